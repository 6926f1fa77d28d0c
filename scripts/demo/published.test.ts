import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'mocha';
import { SHIPPED } from './example-day.ts';
import { daysIn, monthOf, readPublished, shares } from './published.ts';

const HEADING = 'month,gender,age_group,ethnicity,offence_group,disposal,offences';
const GOOD = '2025-12,Female,Adult,Asian,Assault,No Further Action,56';

describe('published custody output', () => {
  const folder = mkdtempSync(join(tmpdir(), 'peel-published-'));
  after(() => rmSync(folder, { recursive: true }));
  const file = (...lines: string[]): string => {
    const path = join(folder, 'x.csv');
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  };
  const refuses = (lines: string[], words: RegExp): void => { assert.throws(() => readPublished(file(...lines)), words); };

  it('reads the shipped file, the latest month unless another is asked for', () => {
    const rows = readPublished(SHIPPED);
    assert.equal(monthOf(rows, null).month, '2025-12');
    assert.equal(monthOf(rows, null).rows.reduce((sum, r) => sum + r.offences, 0), 21_875);
    assert.equal(monthOf(rows, '2021-01').month, '2021-01');
  });

  it('reads a row, with a mark of byte order, spaces between lines and columns in another order', () => {
    assert.deepEqual(readPublished(file(`\uFEFF${HEADING}`, '', GOOD)), [{ month: '2025-12', gender: 'Female', ageGroup: 'Adult', ethnicity: 'Asian', offenceGroup: 'Assault', disposal: 'No Further Action', offences: 56 }]);
    assert.equal(readPublished(file('offences,month,gender,age_group,ethnicity,offence_group,disposal', '3,2025-12,Male,Child,White,Robbery,To Court'))[0]!.offences, 3);
  });

  it('lists the months where the one asked for is not there', () => { assert.throws(() => monthOf(readPublished(file(HEADING, GOOD, GOOD.replace('2025-12', '2025-11'))), '2030-01'), /no month 2030-01\. It has: 2025-11, 2025-12/); });
  it('refuses a month without an offence', () => { assert.throws(() => monthOf(readPublished(file(HEADING, GOOD.replace('56', '0'))), null), /counts no offence in 2025-12/); });

  it('names line and column of a cell that cannot be', () => {
    refuses([HEADING, GOOD, GOOD.replace('56', '5.5')], /line 3, column offences: '5\.5'/);
    refuses([HEADING, GOOD.replace('56', '-1')], /line 2, column offences/);
    refuses([HEADING, GOOD.replace('2025-12', '2025-13')], /line 2, column month: '2025-13'/);
    refuses([HEADING, GOOD.replace('Assault', 'Arson')], /line 2, column offence_group: 'Arson' is none of: Assault/);
    refuses([HEADING, GOOD.replace('No Further Action', 'Caution')], /line 2, column disposal: 'Caution'/);
    refuses([HEADING, GOOD.replace('Female', '')], /line 2, column gender: '' is empty/);
  });

  it('names the line where there are too few or too many columns, or a quote is left open', () => {
    refuses([HEADING, GOOD, '2025-12,Female'], /line 3/);
    refuses([HEADING, `${GOOD},7`], /line 2/);
    refuses([HEADING, `"${GOOD}`], /line \d/);
  });

  it('refuses another heading, no rows, no file and a folder', () => {
    refuses(['month,gender', '2025-12,Male'], /line 1: there is no column age_group, ethnicity/);
    refuses([HEADING], /no rows/);
    refuses([], /no rows|no column/);
    assert.throws(() => readPublished(join(folder, 'absent.csv')), /cannot be read \(ENOENT\)/);
    assert.throws(() => readPublished(folder), /cannot be read \(EISDIR\)/);
  });

  it('knows the days of a month, and shares by a column', () => {
    assert.deepEqual(['2025-12', '2024-02', '2025-02'].map(daysIn), [31, 29, 28]);
    assert.deepEqual(shares(readPublished(file(HEADING, GOOD, GOOD.replace('56', '14').replace('Female', 'Male'))), 'gender'), [{ name: 'Female', share: 0.8 }, { name: 'Male', share: 0.2 }]);
  });
});
