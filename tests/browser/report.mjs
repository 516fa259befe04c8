// The report opened from disk as its receiver does: node report.mjs FILE [FOLDER for screenshots]
import { pathToFileURL } from "node:url";
import { accessible, check, end, openBrowser } from "./browsing.mjs";

const [file, folder] = process.argv.slice(2);
const address = pathToFileURL(file).href;
const { browser, page, noted } = await openBrowser((url) => url === address || url.startsWith("data:"));
await page.goto(address);
await page.waitForSelector("#chart svg", { timeout: 20000 });
check((await page.locator("#chart svg path").count()) > 2, "the timeline is drawn");
await accessible(page, "report");
await page.locator("summary").first().focus();
await page.keyboard.press("Enter");
check((await page.locator("details[open] blockquote mark").count()) > 0, "an entry opened by keyboard shows its evidence, marked");
await accessible(page, "report with an entry open");
if (folder) await page.screenshot({ path: `${folder}/report.png` });
check(noted.requests.length === 0, `nothing is requested ${noted.requests.slice(0, 3)}`);
check(noted.errors.length === 0, `no error on the console ${noted.errors.slice(0, 3)}`);
await browser.close();
end();
