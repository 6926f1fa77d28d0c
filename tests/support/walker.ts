import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { axeFindings, complaintsOf } from './browser.ts';

/** An answer to one question of a form: text, a choice by its words, several of them, or yes and no. */
export type Answer = string | boolean | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

const WIDE = { width: 1440, height: 900 };

/** One officer at one browser: signs in, moves the training clock, fills forms by the words on them. */
export class Walker {
  readonly page: Page;
  private readonly url: string;
  private readonly context: BrowserContext;
  private readonly complaints: readonly string[];

  private constructor(page: Page, context: BrowserContext, url: string) {
    this.page = page;
    this.context = context;
    this.url = url;
    this.complaints = complaintsOf(page);
  }

  /** Signs a persona in with clicks, as anyone would. */
  static async signIn(browser: Browser, url: string, name: string): Promise<Walker> {
    const context = await browser.newContext({ viewport: WIDE, baseURL: url, locale: 'en-GB', timezoneId: 'UTC' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const walker = new Walker(page, context, url);
    await page.goto('/');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await page.getByText(name.split(' ').at(-1)!).first().waitFor();
    return walker;
  }

  /** The custody record that is being booked in, once the address has it. */
  async recordBookedIn(): Promise<string> {
    await this.page.waitForURL(/\/book-in\/[0-9a-f-]{36}$/);
    return this.page.url().replace('book-in', 'custody-record');
  }

  async goto(path: string): Promise<void> {
    await this.page.goto(path);
    await this.page.locator('h1').first().waitFor();
  }

  /** Stands the training clock at a London time; every open page hears it. */
  async clock(to: string): Promise<void> {
    const response = await this.page.request.post(`${this.url}/api/clock/advance`, { data: { to, running: false } });
    assert.equal(response.status(), 200, await response.text());
    await this.page.getByText(to.slice(11, 16)).first().waitFor();
  }

  /** Answers questions of the form that is open, by the words of each. */
  async fill(answers: Answers, within: Locator = this.page.locator('peel-act-form')): Promise<void> {
    await within.locator('button[type=submit]').waitFor();
    for (const [question, answer] of Object.entries(answers)) await this.answer(within, question, answer);
  }

  private async answer(form: Locator, question: string, answer: Answer): Promise<void> {
    const begins = new RegExp(`^${question.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
    await form.getByText(begins).first().waitFor({ state: 'attached' });
    await this.unfold(form, new RegExp(begins.source.slice(1)));
    const group = form.getByRole('group', { name: begins });
    if ((await group.and(form.locator('.peel-time')).count()) > 0) return this.answerTime(group, String(answer));
    if (typeof answer === 'boolean') return group.getByRole('radio', { name: answer ? 'Yes' : 'No', exact: true }).check();
    if (typeof answer !== 'string') { for (const choice of answer) await group.getByRole('checkbox', { name: choice }).check(); return; }
    if ((await group.count()) > 0) return group.getByRole('radio', { name: answer, exact: true }).check();
    const field = form.locator('.govuk-form-group').getByLabel(begins).first();
    if ((await field.evaluate((node) => (node as unknown as { tagName: string }).tagName)) === 'SELECT') { await field.selectOption({ label: answer }); return; }
    await field.fill(answer);
  }

  private async unfold(form: Locator, question: RegExp): Promise<void> {
    const folded = form.locator('details:not([open])').filter({ hasText: question });
    if ((await folded.count()) > 0) await folded.locator('summary').click();
  }

  /** Types a local time such as `2026-11-17T21:30` into its boxes, as the desk does; `F4` is now. */
  private async answerTime(group: Locator, local: string): Promise<void> {
    if (local === 'F4') return group.getByLabel('Time', { exact: true }).press('F4');
    const [day = '', clock = ''] = local.split('T');
    await group.getByLabel('Time', { exact: true }).fill(clock.replaceAll(':', ''));
    await group.getByLabel('Date', { exact: true }).fill(day.split('-').toReversed().join('/'));
  }

  /** Finds by words and takes the first that answers. */
  async find(question: string, words: string): Promise<void> {
    await this.page.getByLabel(question, { exact: false }).first().fill(words);
    await this.page.locator('peel-search li button').filter({ hasText: new RegExp(words, 'i') }).first().click();
  }

  async submit(): Promise<void> { await this.page.locator('peel-act-form button[type=submit]').click(); }

  /** Opens an act of the record, answers and records it; the page says so. */
  async act(label: string, answers: Answers = {}): Promise<void> {
    await this.attempt(label, answers);
    await this.page.getByRole('status').filter({ hasText: `${label}: recorded.` }).waitFor();
  }

  /** As `act`, but what comes of it is the caller's to look at. */
  async attempt(label: string, answers: Answers = {}): Promise<void> {
    await this.open(label);
    await this.fill(answers);
    await this.submit();
  }

  /** Opens the form of an act: from what is to be done next, or from the other acts, which are folded. */
  async open(label: string): Promise<void> {
    const fold = this.page.locator('section[aria-labelledby=acts]').getByRole('button', { name: 'Other acts' });
    if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
    await this.page.locator('section[aria-labelledby=next], section[aria-labelledby=acts]').getByRole('button', { name: label, exact: true }).first().click();
  }

  /** The codes of the refusal that is shown, in their order; the form stays as it was. */
  async refusedWith(): Promise<string[]> {
    const summary = this.page.locator('peel-act-form .govuk-error-summary');
    await summary.waitFor();
    return (await summary.innerText()).match(/[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+/g) ?? [];
  }

  async cancel(): Promise<void> { await this.page.locator('peel-act-form').getByRole('button', { name: 'Cancel' }).click(); }

  /** When a deadline of the open record falls, as its table says. */
  async deadline(title: string | RegExp): Promise<string> {
    const row = this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: title }) });
    return (await row.getByRole('cell').first().innerText()).replace(/\(rule not yet confirmed\)/, '').trim();
  }

  /** Waits until something reads as it should, and says what it read instead. */
  async sees(what: () => Promise<string>, expected: string): Promise<void> {
    let seen = '';
    for (const end = Date.now() + 8_000; Date.now() < end; await this.page.waitForTimeout(100)) {
      seen = await what().catch((error: unknown) => String(error));
      if (seen === expected) return;
    }
    assert.equal(seen, expected);
  }

  /** Nothing for axe to find, and nothing the page itself complains of. */
  async isSound(): Promise<void> {
    assert.deepEqual(await axeFindings(this.page), []);
    assert.deepEqual(this.complaints, []);
  }

  /** Whether the open form's heading stands whole on the screen, with nothing that sticks to the top over it. */
  async formInSight(): Promise<string> {
    return String(await this.page.evaluate<boolean>(`(() => {
      const [heading, bar] = ['#form h2', '.peel-identity'].map((found) => document.querySelector(found));
      const box = heading.getBoundingClientRect();
      return box.top >= (getComputedStyle(bar).position === 'sticky' ? bar.getBoundingClientRect().bottom : 0) && box.bottom <= innerHeight;
    })()`));
  }

  /** Cuts the browser off, or lets it back. */
  async offline(cut: boolean): Promise<void> { await this.context.setOffline(cut); }

  async end(): Promise<void> { await this.context.close(); }
}
