// Pages full of hostile words: they show literally, nothing runs, nothing is loaded. node hostile.mjs ADDRESS
import { check, end, openBrowser } from "./browsing.mjs";

const [address] = process.argv.slice(2);
const own = (url) => url.startsWith(address) || url.startsWith(address.replace("http", "ws")) || /^(data|blob):/.test(url);
const { browser, page, noted } = await openBrowser(own);

const visit = async (path) => {
  await page.goto(address + path);
  await page.waitForSelector("footer.page", { state: "attached", timeout: 90000 });
  await page.waitForTimeout(700);
};
const harmless = async (name) => {
  const found = await page.evaluate(() => ({
    planted: document.querySelectorAll("img[src='x'], [onerror], a[href^='javascript']").length,
    shown: document.body.innerText.includes("<img src=x onerror"),
    markdown: document.body.innerText.includes("![seen](http://tracker.invalid/pixel.png)"),
    hidden: getComputedStyle(document.body).display === "none",
    turned: document.body.innerText.includes("\u202e"),
  }));
  check(!found.planted && !found.hidden && !found.turned, `${name}: nothing of the words became part of the page`);
  check(found.shown && found.markdown, `${name}: the words show literally`);
};

for (const path of ["/", "/actors", "/figures", "/disputed", "/sources", "/search?words=customs", "/search?words=customs&where=texts"]) {
  await visit(path);
  await harmless(path);
}
for (const path of ["/", "/actors", "/figures", "/sources", "/search?words=customs"]) {
  await visit(path);
  await page.locator("a[href*='fact=']").first().click();
  await page.waitForURL(/fact=/);
  await page.waitForSelector("footer.page", { state: "attached", timeout: 90000 });
  await page.waitForTimeout(700);
  await harmless(`the first link of ${path}`);
}
const errors = noted.errors.filter((error) => !/404 .*\/_stcore\//.test(error));
check(noted.requests.length === 0, `no request left the machine ${noted.requests.slice(0, 3)}`);
check(errors.length === 0, `no error on the console ${errors.slice(0, 3)}`);
await browser.close();
end();
