// The first screen: the numbers that matter most, and the chart of what ended.
import * as history from './history.js';
import { $, alarming, element, number, percent, put, time } from './words.js';

const HEIGHT = 180;
const DECIMALS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 1000000];
let chart = null;

export function tiles(metrics) {
  const gauges = metrics.gauges;
  const processing = metrics.histograms.job_processing_seconds;
  const ended = history.sums(history.BIN_S * history.BINS);
  const list = element('dl');
  for (const [name, hint, value, isBad] of [
    ['Jobs per minute', 'ended', number(history.perMinute())],
    ['Failed', 'of 10 minutes', percent(ended.failed, ended.all), ended.failed > 0],
    ['p95', 'of the last runs', processing && processing.count ? time(processing.p95) : '–'],
    ['Active', 'running now', number(gauges.active_jobs || 0)],
    ['Oldest active', 'running for', gauges.active_jobs ? time(gauges.job_oldest_active_seconds) : '–'],
    ['Queue length', 'waiting', number(gauges.queue_length)],
    ['Dead letters', 'given up', number(gauges.failed_jobs_dlq), gauges.failed_jobs_dlq > 0],
  ]) {
    const tile = element('div');
    const shown = element('dd', '', value.length > 8 ? 'long' : '');
    shown.append(alarming(value, isBad));
    tile.append(element('dt', name), shown, element('dd', hint, 'hint'));
    list.append(tile);
  }
  put($('tiles'), list);
}

export function draw() {
  const columns = history.columns();
  const ended = history.sums(history.BIN_S * history.BINS);
  $('chart').setAttribute('aria-label', ended.all
    ? number(ended.completed) + ' runs completed and ' + number(ended.failed) + ' failed in the last 10 minutes'
    : 'No run has ended in the last 10 minutes');
  if (chart) chart.setData(columns);
  else chart = new uPlot(options(), columns, $('chart'));
}

function options() {
  const style = getComputedStyle(document.documentElement);
  const color = name => () => style.getPropertyValue(name).trim();
  const bars = uPlot.paths.bars({ size: [0.75, 16, 1], align: 1 });
  const font = '12px system-ui, "DejaVu Sans", sans-serif';
  const axis = { stroke: color('--soft'), font, grid: { stroke: color('--line'), width: 1 }, ticks: { show: false } };
  return {
    width: $('chart').clientWidth, height: HEIGHT, legend: { show: false }, cursor: { show: false }, padding: [10, 22, 0, 0],
    scales: { x: { time: true }, y: { range: (u, min, max) => [0, Math.max(4, max * 1.15)] } },
    axes: [
      { ...axis, grid: { show: false }, size: 28, space: 60, incrs: [60, 120, 300],
        values: (u, at) => at.map(s => new Date(s * 1000).toTimeString().slice(0, 5)) },
      { ...axis, size: 46, space: 34, incrs: DECIMALS, values: (u, at) => at.map(number) },
    ],
    series: [{},
      { paths: bars, points: { show: false }, fill: color('--ok'), width: 0 },
      { paths: bars, points: { show: false }, fill: color('--bad-fill'), width: 0 }],
  };
}

new ResizeObserver(() => { if (chart) chart.setSize({ width: $('chart').clientWidth, height: HEIGHT }); }).observe($('chart'));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { if (chart) chart.redraw(); });
