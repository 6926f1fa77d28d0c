import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { bellError, engineWords, faultWords, kindWords, processWords, spanWords, statusWords } from './operations-words.ts';
import type { Heard } from '#platform/engine-state';

const relay = (over: object = {}, ageMs = 100): Heard => ({ name: 'relay', ageMs, detail: { temporal: 'up', held: false, waiting: 0, ...over } });
const worker = (state = 'running', ageMs = 100): Heard => ({ name: 'worker', ageMs, detail: { state, queues: ['custody'] } });
const watchdog = (over: object = {}, ageMs = 100): Heard => ({ name: 'watchdog', ageMs, detail: { held: false, late: 0, repaired: 0, offset: -29886476007.74, namespaceId: 'x', ...over } });
const ALL = [relay(), worker(), watchdog()];

describe('the engine in plain words', () => {
  it('is up where worker, relay and Temporal are', () => { assert.deepEqual(engineWords(ALL), { up: true, why: 'Temporal, worker and relay answer.' }); });
  for (const [it_, heard, why] of [
    ['without a worker', [relay(), watchdog()], 'The worker is not heard.'],
    ['without anybody', [], 'The worker and the relay are not heard.'],
    ['with a worker silent for ten seconds', [relay(), worker('running', 10_000), watchdog()], 'The worker is not heard.'],
    ['with a worker that was stopped', [relay(), worker('stopped'), watchdog()], 'The worker is not heard.'],
    ['without Temporal', [relay({ temporal: 'down' }), worker(), watchdog()], 'Temporal does not answer.'],
    ['with a worker that still looks', [relay(), worker('looking for Temporal'), watchdog()], 'The worker has not reached Temporal.'],
  ] as const) it(`is down ${it_}`, () => { assert.deepEqual(engineWords(heard), { up: false, why }); });
  it('is up without its watchdog, which the page still misses', () => {
    assert.equal(engineWords([relay(), worker('running', 9_999)]).up, true);
    assert.deepEqual(processWords([relay(), worker()]).map((p) => [p.name, p.up]), [['worker', true], ['relay', true], ['watchdog', false]]);
  });
});

describe('what a process is doing', () => {
  const says = (heard: Heard): string => processWords([heard]).find((p) => p.name === heard.name)!.says;
  for (const [heard, words] of [
    [worker(), 'Works the queue custody.'], [worker('looking for Temporal'), 'Looks for Temporal, which does not answer.'], [worker('stopped'), 'Was stopped.'], [worker('running', 65_000), 'Not heard for 1 min.'],
    [relay(), 'Carries bells to Temporal; none waits.'], [relay({ waiting: 1 }), 'Carries bells to Temporal; 1 waits.'], [relay({ held: true }), 'Held by an operator: bells wait.'], [relay({ temporal: 'down' }), 'Looks for Temporal, which does not answer; bells wait.'],
    [watchdog(), 'No record is late now. Nothing mended since it started.'], [watchdog({ late: 2, repaired: 3 }), '2 records are late now and will be mended. 3 mended since it started.'], [watchdog({ held: true }), 'Held by an operator: nothing is mended.'],
  ] as const) it(`${heard.name}: ${words}`, () => { assert.equal(says(heard), words); });
  it('never heard is said', () => { assert.equal(processWords([])[0]!.says, 'Has never been heard.'); });
});

describe('words of the operations page', () => {
  it('name kinds and states as people do, and any other by its own name', () => {
    assert.deepEqual([kindWords('custody-record'), kindWords('crime-report'), statusWords('enRoute'), statusWords('onBail'), statusWords('ContinuedAsNew')], ['Custody record', 'Crime report', 'On the way', 'On bail', 'Continued as new']);
  });
  it('say why a bell could not be sent', () => {
    assert.deepEqual([bellError(null), bellError('ServiceError (gRPC 14)'), bellError('Error (gRPC 0)')], [null, 'Temporal does not answer (ServiceError (gRPC 14))', 'an unexpected failure (Error (gRPC 0))']);
  });
  it('say what the watchdog found', () => {
    assert.deepEqual([faultWords({ what: 'missedWake', late: 61_000 }), faultWords({ what: 'taskCount', owed: 1, open: 0 })], ['Nobody woke it at its time: 1 min late', 'It owed 1 task, 0 stood open']);
  });
  it('tell wall time down to the second', () => { assert.deepEqual([0, 59_999, 60_000, 3_900_000].map(spanWords), ['0 s', '59 s', '1 min', '1 h 05 min']); });
});
