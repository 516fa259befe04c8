// Chromium for these tests: every request, console error and axe violation of a page is noted.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.env.BROWSER_MODULES}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core"), "utf8");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

export const faults = [];
export const check = (isRight, words) => {
  console.log(`${isRight ? "ok   " : "FAULT"} ${words}`);
  if (!isRight) faults.push(words);
};

export async function openBrowser(allowed) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  const noted = { requests: [], errors: [] };
  page.on("request", (request) => allowed(request.url()) || noted.requests.push(request.url()));
  page.on("console", (message) => message.type() === "error" && noted.errors.push(`${message.text()} ${message.location().url}`));
  page.on("pageerror", (error) => noted.errors.push(String(error)));
  page.on("dialog", (dialog) => { noted.errors.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  return { browser, page, noted };
}

export async function accessible(page, name, ignored = []) {
  await page.evaluate(axe);
  const rules = Object.fromEntries(ignored.map((rule) => [rule, { enabled: false }]));
  const found = await page.evaluate((options) => window.axe.run(document, options),
    { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], rules });
  const words = found.violations.map((v) => `${v.id} (${v.impact}, ${v.nodes.length}): ${v.nodes[0].html.slice(0, 160)}`);
  check(words.length === 0, `${name}: accessible by axe${words.length ? `: ${words.join("; ")}` : ""}`);
}

export function end() {
  if (faults.length) console.log(`\n${faults.length} faults`);
  process.exitCode = faults.length ? 1 : 0;
}
