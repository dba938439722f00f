// The live page: asks the JVM every two seconds and hands the answers to the parts.
import { failures, scans, slowest } from './ended.js';
import { health, nothingYet } from './health.js';
import * as history from './history.js';
import { draw, tiles } from './overview.js';
import { running } from './running.js';
import { types } from './types.js';
import { $, clock } from './words.js';

const POLL_MS = 2000;
const PROBES_EVERY = 5;
const PATIENCE_MS = 10000;

let polls = 0;
let lostAt = 0;
let version = '';
let probes = null;

async function poll() {
  clearTimeout(poll.timer);
  try {
    if (document.hidden && polls) return;
    const answers = await ask().catch(() => null);
    if (answers) found(...answers);
    else lost();
  } finally {
    poll.timer = setTimeout(poll, POLL_MS);
  }
}

async function ask() {
  const isDue = lostAt || polls % PROBES_EVERY === 0;
  const [metrics, jobs] = await Promise.all([json('/api/metrics'), json('/api/jobs')]);
  return [metrics, jobs, isDue ? await json('/api/probes') : probes, isDue ? await text('/page/version') : version];
}

function found(metrics, jobs, ...about) {
  [probes, version] = about;
  const isOther = history.take(metrics, jobs);
  if (isOther) say('A new JVM answers here since ' + clock(jobs.since) + '; its counters start anew.', 'news');
  else if (lostAt) say('The JVM answers again.', 'news');
  $('state').textContent = 'Live';
  $('state').className = 'live';
  document.body.classList.remove('stale');
  lostAt = 0;
  polls++;
  show(metrics, jobs);
}

function show(metrics, jobs) {
  const seen = metrics.counters.job_processed_total > 0 || jobs.active_count > 0 || jobs.ended.length > 0;
  $('empty').hidden = seen;
  if (!seen) nothingYet(probes);
  tiles(metrics);
  draw();
  running(metrics, jobs);
  types(metrics);
  failures(jobs);
  slowest(jobs);
  scans(metrics);
  health(probes, jobs, metrics, version);
}

function lost() {
  if (!lostAt) {
    lostAt = Date.now();
    say(polls
      ? 'The JVM does not answer since ' + clock(lostAt) + '. What is shown is from before; this page goes on asking.'
      : 'The JVM does not answer; this page goes on asking.', 'lost');
  }
  $('state').textContent = 'Not answering';
  $('state').className = 'lost';
  document.body.classList.add('stale');
}

function say(sentence, kind) {
  $('banner').className = kind;
  $('banner-text').textContent = sentence;
  $('banner-button').textContent = kind === 'lost' ? 'Ask now' : 'Hide';
  $('banner-button').hidden = false;
}

async function get(path) {
  const answer = await fetch(path, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new Error(path + ' answered ' + answer.status);
  return answer;
}

const json = async path => (await get(path)).json();
const text = async path => (await get(path)).text();

$('banner-button').addEventListener('click', () => {
  if (lostAt) {
    poll();
    return;
  }
  $('banner').className = 'quiet';
  $('banner-text').textContent = '';
  $('banner-button').hidden = true;
});
document.addEventListener('visibilitychange', () => { if (!document.hidden) poll(); });
poll();
