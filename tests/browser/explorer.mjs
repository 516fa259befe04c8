// The explorer as somebody uses it: node explorer.mjs ADDRESS [FOLDER for screenshots]
import { accessible, check, end, faults, openBrowser } from "./browsing.mjs";

const [address, folder] = process.argv.slice(2);
const own = (url) => url.startsWith(address) || url.startsWith(address.replace("http", "ws")) || /^(data|blob):/.test(url);
const { browser, page, noted } = await openBrowser(own);

const ready = async () => {
  await page.waitForSelector("footer.page", { state: "attached", timeout: 90000 });
  await page.waitForFunction(() => !document.querySelector('[data-testid="stStatusWidget"]') , null, { timeout: 90000 });
  await page.waitForTimeout(400);
};
const visit = async (path) => { await page.goto(address + path); await ready(); };
const shoot = async (name, options = {}) => folder && page.screenshot({ path: `${folder}/${name}.png`, ...options });
const words = (selector) => page.locator(selector).allInnerTexts();

await visit("/");
for (const name of ["timeline", "actors", "figures", "disputed", "sources", "search", "review"]) {
  const path = name === "timeline" ? "/" : `/${name}`;
  await visit(path);
  const started = Date.now();
  await visit(path);
  const seconds = (Date.now() - started - 400) / 1000;
  check((await page.locator("header.page h1").count()) === 1, `${name}: one heading, loaded in ${seconds.toFixed(2)} s`);
  await accessible(page, name);
  await shoot(name);
}

await visit("/search?words=customs+seizure&where=texts");
await shoot("search");
check((await page.locator("blockquote").count()) > 0, "search: the address alone gives results");

await visit("/review");
const judged = page.getByRole("textbox", { name: "Why" }).first();
await page.getByRole("button", { name: "Different" }).first().click();
await page.waitForSelector('[data-testid="stAlert"]');
check((await words('[data-testid="stAlert"]')).join().includes("needs its reason"), "a verdict without a reason is refused");
await judged.fill("tried by the browser test");
await judged.press("Enter");
await page.waitForTimeout(800);
await page.getByRole("button", { name: "Different" }).first().click();
await page.waitForSelector("text=It counts from the next build on");
check((await words('[data-testid="stAlert"]')).join().includes("Written: different"), "a verdict with a reason is written");

// From the timeline to the printed words, by keyboard only.
await visit("/");
check((await page.locator("ol.timeline li").count()) > 0, "timeline: events are listed");
await page.locator("a.title").first().focus();
await page.keyboard.press("Enter");
await page.waitForURL(/fact=evt/);
await ready();
check((await page.locator("article.text mark.core").count()) > 0, "a fact opened by keyboard shows its words marked in the text");
check((await page.locator("ol.reports > li").count()) > 0, "a fact lists its reports");
await accessible(page, "fact");
await shoot("event");
const deep = page.url();
await page.goBack();
await ready();
check((await page.locator("ol.timeline li").count()) > 0, "going back leads to the timeline");
await page.goto(deep);
await ready();
check((await page.locator("ol.reports > li").count()) > 0, "the address of a fact opens it");

await visit("/actors");
await page.locator("a.title").first().click();
await page.waitForURL(/fact=act/);
await ready();
await accessible(page, "actor");
await shoot("actor");

await visit("/sources");
await page.locator("a.title").first().click();
await page.waitForURL(/fact=src/);
await ready();
await accessible(page, "source");
await shoot("source");

await visit("/figures?disputed=true");
check((await words(".tag.disputed")).length > 0, "figures: disputed ones can be had alone");
await page.locator("a.title").first().click();
await page.waitForURL(/fact=fig/);
await ready();
check((await words("ol.reports strong")).length > 1, "a disputed figure shows each of its values");
await page.locator("ol.reports > li").nth(1).locator("a").nth(1).click();
await page.waitForURL(/in=fgr/);
await ready();
check((await page.locator("ol.reports > li").nth(1).getAttribute("class")) === "shown", "each report opens in its text");
await shoot("fact");
await visit("/?actor=nobody+of+this+name");
check((await words(".empty")).length === 1, "an empty answer says what to do");
await shoot("empty");

check(noted.requests.length === 0, `no request left the machine ${noted.requests.slice(0, 3)}`);
// Below the address of a page Streamlit first asks for its own state where it is not, by design.
const errors = noted.errors.filter((error) => !/404 .*\/_stcore\//.test(error));
check(errors.length === 0, `no error on the console ${errors.slice(0, 3)}`);
await browser.close();
end();
