import { expect, it } from "vitest";
import { describeNeeding } from "../src/platform/testing/needs.ts";
import { axeFaults, raiseStage, type Stage, says, settled, sidewaysScroll, visit } from "./browser.ts";

const GOAL = "/plan/holbaek-2020-21/maal/G-HO20-04";

describeNeeding("chromium", "two people who change the same comment (ASK-36)", () => {
  it("get a clear choice between both texts; nothing is overwritten and nothing typed is lost", async () => {
    const stage: Stage = await raiseStage();
    try {
      const [one, two] = [await stage.open({ language: "en" }), await stage.open({ language: "en", width: 380 })];
      await visit(one.page, GOAL);
      await one.page.getByLabel("Write", { exact: true }).fill("Call the companies");
      await one.page.getByRole("button", { name: "Save", exact: true }).click();
      await one.page.getByText("Call the companies").waitFor();
      await visit(two.page, GOAL);
      for (const { page } of [one, two]) await page.getByRole("button", { name: "Change the comment" }).click();
      const texts = ["Call them today", "Call them tomorrow"];
      for (const [at, { page }] of [one, two].entries()) {
        await page.getByRole("textbox", { name: "Change the comment" }).fill(texts[at] ?? "");
        await page.getByRole("listitem").getByRole("button", { name: "Save" }).click();
        await settled(page);
      }
      const choice = two.page.locator(".merge-choice");
      await choice.waitFor();
      const said = await says(choice);
      for (const text of ["Nothing has been overwritten", ...texts]) expect(said).toContain(text);
      expect(await axeFaults(two.page)).toEqual([]);
      expect(await sidewaysScroll(two.page)).toBe(0);
      if (process.env.SCREENSHOTS)
        await two.page.screenshot({ path: `${process.env.SCREENSHOTS}/merge.png`, fullPage: true });
      await choice.getByRole("radio", { name: "Both, one after the other" }).focus();
      await two.page.keyboard.press("Space");
      await choice.getByRole("button", { name: "Save my choice" }).press("Enter");
      await choice.waitFor({ state: "detached" });
      await visit(one.page, GOAL);
      expect(await says(one.page.locator(".notes .note-text").first())).toBe("Call them today\n\nCall them tomorrow");
      expect([...one.complaints, ...two.complaints.filter((line) => !line.includes("409"))]).toEqual([]);
    } finally {
      await stage.close();
    }
  });
});
