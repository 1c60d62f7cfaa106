// Form renderers in a real browser: the questionnaire in them, as a person sees and clicks it.

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { open } from "../browser/browser.mjs";
import { questionnaire } from "./questionnaire.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "renderers");
const lforms = dirname(createRequire(import.meta.url).resolve("lforms/dist/lforms/webcomponent/main.js"));
const script = (...path) => `<script src="${pathToFileURL(join(lforms, ...path)).href}"></script>`;

/** The renderers: the file that shows a form, and what has to be in the page before it. */
export const renderers = [
  {
    name: "LHC-Forms",
    file: "lhc-forms.js",
    scripts: `${script("assets", "lib", "zone.min.js")}${script("runtime.js")}${script("polyfills.js")}
${script("main.js")}${script("..", "fhir", "R4", "lformsFHIR.min.js")}`,
  },
  { name: "Smart Forms", file: "smart-forms.jsx" },
  { name: "Medplum", file: "medplum.jsx" },
];

// LHC-Forms needs the character set for FHIR. None may load anything but files.
const html = (scripts) => `<!doctype html><html><head><meta charset="utf-8"><title>form</title>
<meta http-equiv="Content-Security-Policy" content="default-src file: data: 'unsafe-inline' 'unsafe-eval'"></head>
<body><div id="form"></div>${scripts}<script src="form.js"></script></body></html>`;

/** A browser with forms of one renderer. It is to be closed. */
export async function openForms({ file, scripts = "" }) {
  const opened = await open();
  await build({
    entryPoints: [join(folder, file)],
    outfile: join(opened.folder, "form.js"),
    bundle: true,
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".woff": "empty", ".woff2": "empty" },
    logLevel: "warning",
  });
  return { form: (response) => form(opened, html(scripts), response), close: opened.close };
}

/** A form, empty or with what was answered. */
async function form(opened, html, response) {
  const { page } = await opened.show(html);
  await page.evaluate((...given) => globalThis.form.show(...given), questionnaire, response);
  await page.waitForSelector("#form input");
  await page.evaluate(() => {
    globalThis.options = (question) =>
      [...globalThis.form.inputs(question)]
        .map((input) => ({ input, label: input.labels[0] }))
        .filter(({ label }) => label.checkVisibility());
    globalThis.text = ({ label }) => label.textContent.trim();
  });
  const labels = (question) => page.evaluate((id) => options(id).map(text), question);
  return {
    /** All that can be read. */
    words: () => page.evaluate(() => document.body.innerText),
    isShown: async (question) => (await labels(question)).length > 0,
    /** What can be chosen at a question. */
    labels,
    /** What is chosen at a question. */
    chosen: (question) => page.evaluate((id) => options(id).filter(({ input }) => input.checked).map(text), question),
    /** Clicks what has this label at a question. */
    click: (question, wanted) =>
      page.evaluate((id, wanted) => options(id).find((one) => text(one) === wanted).label.click(), question, wanted),
    /** The renderer's own response of what was clicked. */
    response: () => page.evaluate(() => globalThis.form.response()),
    close: () => page.close(),
  };
}
