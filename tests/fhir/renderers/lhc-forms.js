// LHC-Forms, which is there as `LForms`.

const { Util } = LForms;

globalThis.form = {
  async show(questionnaire, response) {
    const form = Util.convertFHIRQuestionnaireToLForms(questionnaire, "R4");
    await Util.addFormToPage(response ? Util.mergeFHIRDataIntoLForms(response, form, "R4") : form, "form");
  },
  inputs: (question) => document.getElementById(`item-${question}/1/1`)?.querySelectorAll("input") ?? [],
  response: () => Util.getFormFHIRData("QuestionnaireResponse", "R4"),
};
