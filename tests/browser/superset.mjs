// The imported Superset dashboard: node superset.mjs ADDRESS OUTLET [FOLDER for the screenshot]
import { check, end, openBrowser } from "./browsing.mjs";

const CHARTS = ["Disputed share", "Events a month", "Best supported events", "Figures by measure", "Outlets: articles and independent texts"];
const [address, outlet, folder] = process.argv.slice(2);
// Superset's own pages ask for a counting pixel, which a machine without network never gets.
const KNOWN = [address, "data:", "blob:", "https://apachesuperset.gateway.scarf.sh/"];
const { browser, page, noted } = await openBrowser((url) => KNOWN.some((start) => url.startsWith(start)));
await page.setViewportSize({ width: 1400, height: 1700 });
const answers = [];
page.on("response", (response) => response.url().includes("/chart/data") && answers.push(response.status()));
await page.goto(`${address}/login/`, { timeout: 120000 });
await page.locator("input[name=username], #username").fill("admin", { timeout: 120000 });
await page.locator("input[name=password], #password").fill("admin");
await page.keyboard.press("Enter");
await page.waitForURL((url) => !url.pathname.startsWith("/login"), { timeout: 120000 });
await page.goto(`${address}/superset/dashboard/dossier/`, { timeout: 120000 });
await page.getByText(outlet).first().waitFor({ timeout: 180000 });
for (const deadline = Date.now() + 60000; answers.length < CHARTS.length && Date.now() < deadline;) await page.waitForTimeout(500);
check(answers.length === CHARTS.length && answers.every((status) => status === 200), `every chart is answered (${answers})`);
for (const chart of CHARTS) check(await page.getByText(chart).first().isVisible(), `${chart} is on the dashboard`);
if (folder) await page.screenshot({ path: `${folder}/superset.png` });
check(noted.requests.length === 0, `no request leaves the machine but for Superset's own pixel ${noted.requests.slice(0, 3)}`);
await browser.close();
end();
