// Smart Forms.

import { BaseRenderer, RendererThemeProvider, buildForm, getResponse } from "@aehrc/smart-forms-renderer";
import { createRoot } from "react-dom/client";

globalThis.form = {
  async show(questionnaire, questionnaireResponse) {
    await buildForm({ questionnaire, questionnaireResponse });
    createRoot(document.getElementById("form")).render(
      <RendererThemeProvider>
        <BaseRenderer />
      </RendererThemeProvider>,
    );
  },
  inputs: (question) => document.querySelectorAll(`[data-linkid="${question}"] input`),
  response: getResponse,
};
