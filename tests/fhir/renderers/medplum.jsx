// Medplum's form. Its client has no server, and needs none.

import { MantineProvider } from "@mantine/core";
import { MedplumClient } from "@medplum/core";
import { MedplumProvider, QuestionnaireForm } from "@medplum/react";
import { createRoot } from "react-dom/client";

const medplum = new MedplumClient();
let submitted;

globalThis.form = {
  show(questionnaire, questionnaireResponse) {
    createRoot(document.getElementById("form")).render(
      <MedplumProvider medplum={medplum}>
        <MantineProvider>
          <QuestionnaireForm
            questionnaire={questionnaire}
            questionnaireResponse={questionnaireResponse}
            onSubmit={(response) => (submitted = response)}
          />
        </MantineProvider>
      </MedplumProvider>,
    );
  },
  inputs: (question) => document.querySelectorAll(`input[id^="${question}-option-"]`),
  response() {
    submitted = undefined;
    document.querySelector("button[type=submit]").click();
    return submitted;
  },
};
