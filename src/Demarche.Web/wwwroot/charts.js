// Draws ECharts from plain JSON, so that no option is ever evaluated as code. `echarts` is the global of the bundle that the page
// loads before. Two kinds of words stand for what JSON cannot hold: "$coop" is a colour of the page's style, "@period" one of the functions below.
const charts = new Map();
const dark = matchMedia('(prefers-color-scheme: dark)');

dark.addEventListener('change', () => {
    for (const [element, kept] of charts) paint(element, kept);
});

export async function draw(element, json, dotnet) {
    if (json.includes('"map":"world"')) await shapes();
    let kept = charts.get(element);
    if (!kept) {
        kept = { chart: echarts.init(element, null, { renderer: 'canvas' }) };
        charts.set(element, kept);
        kept.watch = new ResizeObserver(() => kept.chart.resize());
        kept.watch.observe(element);
        kept.chart.on('click', e => {
            const id = e.data && (e.data.id ?? e.data[e.data.length - 1]?.id);
            if (id) dotnet.invokeMethodAsync('OnClick', String(id));
        });
        kept.chart.getZr().on('click', e => { if (!e.target) pick(element, kept, e, dotnet); });
        kept.chart.on('datazoom', debounce(() => report(kept, dotnet), 250));
    }
    kept.json = json;
    paint(element, kept);
}

/** The shapes of states, shipped with the program, fetched where the first map is drawn. */
let world;
function shapes() {
    return world ??= fetch(new URL('maps/world.json', import.meta.url)).then(answer => answer.json()).then(map => echarts.registerMap('world', map));
}

/** Shows a period without telling of it; null for all. */
export function zoom(element, from, until) {
    const kept = charts.get(element);
    if (!kept) return;
    const period = from ? { startValue: Date.parse(from), endValue: Date.parse(until) } : { start: 0, end: 100 };
    kept.silent = true;
    const zooms = kept.chart.getOption().dataZoom ?? [];
    kept.chart.dispatchAction({ type: 'dataZoom', batch: zooms.map((_, i) => ({ dataZoomIndex: i, ...period })) });
    setTimeout(() => { kept.silent = false; }, 400);
}

export function dispose(element) {
    const kept = charts.get(element);
    if (!kept) return;
    kept.watch.disconnect();
    kept.chart.dispose();
    charts.delete(element);
}

function paint(element, kept) {
    const style = getComputedStyle(document.documentElement);
    const colour = name => style.getPropertyValue('--' + name).trim();
    const option = JSON.parse(kept.json, (key, value) => {
        if (typeof value !== 'string') return value;
        if (value[0] === '$') return colour(value.slice(1)) || value;
        if (value[0] === '@') return formatters[value.slice(1)] ?? value;
        return value;
    });
    const text = { color: colour('soft'), fontFamily: style.getPropertyValue('--text').trim(), fontSize: 12 };
    for (const axis of [option.xAxis, option.yAxis].flat().filter(Boolean)) {
        axis.axisLabel = { color: colour('faint'), fontSize: 11, hideOverlap: true, ...axis.axisLabel };
        axis.axisLine = { ...axis.axisLine, lineStyle: { color: colour('line-strong'), ...axis.axisLine?.lineStyle } };
        axis.axisTick = { lineStyle: { color: colour('line-strong') }, ...axis.axisTick };
        axis.splitLine = { ...axis.splitLine, lineStyle: { color: colour('line'), ...axis.splitLine?.lineStyle } };
        axis.nameTextStyle = { color: colour('faint'), fontSize: 11, ...axis.nameTextStyle };
    }
    for (const legend of [option.legend].flat().filter(Boolean)) {
        legend.textStyle = { ...text, ...legend.textStyle };
        legend.inactiveColor = colour('line-strong');
    }
    for (const slider of [option.dataZoom].flat().filter(z => z && z.type === 'slider')) {
        Object.assign(slider, {
            borderColor: colour('line'), backgroundColor: 'transparent', fillerColor: colour('accent') + '22', textStyle: { color: colour('faint'), fontSize: 11 },
            dataBackground: { lineStyle: { color: colour('line-strong') }, areaStyle: { color: colour('line') } },
            selectedDataBackground: { lineStyle: { color: colour('accent') }, areaStyle: { color: colour('accent') } },
            handleStyle: { color: colour('sheet'), borderColor: colour('accent') }, moveHandleStyle: { color: colour('line-strong') }, emphasis: { handleStyle: { borderColor: colour('focus') } },
        });
    }
    if (option.tooltip) {
        option.tooltip = {
            confine: true, backgroundColor: colour('sheet'), borderColor: colour('line-strong'), borderWidth: 1, padding: [6, 9],
            textStyle: { ...text, color: colour('ink') }, extraCssText: 'box-shadow: 0 4px 14px rgb(0 0 0 / .15); border-radius: 3px; max-width: 340px; white-space: normal;',
            ...option.tooltip,
        };
    }
    // Kept where the style changes under an open page, so that the period stays.
    const zooms = kept.drawn === kept.json ? kept.chart.getOption().dataZoom : null;
    kept.chart.setOption({ animation: false, textStyle: text, ...option, backgroundColor: 'transparent' }, true);
    if (zooms) kept.chart.setOption({ dataZoom: zooms.map(z => ({ start: z.start, end: z.end })) });
    kept.drawn = kept.json;
    if (option.brushing) kept.chart.dispatchAction({ type: 'takeGlobalCursor', key: 'dataZoomSelect', dataZoomSelectActive: true });
    element.dataset.drawn = 'true';
}

/** A click beside every mark chooses a day. */
function pick(element, kept, event, dotnet) {
    const at = [event.offsetX, event.offsetY];
    const grids = kept.chart.getOption().grid ?? [];
    for (let i = 0; i < grids.length; i++) {
        if (!kept.chart.containPixel({ gridIndex: i }, at)) continue;
        const [x] = kept.chart.convertFromPixel({ gridIndex: i }, at);
        if (Number.isFinite(x) && x > 1e9) dotnet.invokeMethodAsync('OnPick', iso(x));
        return;
    }
}

function report(kept, dotnet) {
    if (kept.silent) return;
    const option = kept.chart.getOption();
    const slider = option.dataZoom?.[0];
    const axis = option.xAxis?.[0];
    if (!slider || !axis) return;
    if (slider.start <= 0 && slider.end >= 100) return dotnet.invokeMethodAsync('OnBrush', '', '');
    const name = v => axis.type === 'category' ? String(axis.data[v]) : iso(v);
    dotnet.invokeMethodAsync('OnBrush', name(slider.startValue), name(slider.endValue));
}

function iso(time) {
    return new Date(time).toISOString().slice(0, 10);
}

function debounce(run, ms) {
    let timer;
    return () => { clearTimeout(timer); timer = setTimeout(run, ms); };
}

/** A tooltip of elements, not of markup: names in it are shown, never run. */
function note(head, lines) {
    const box = document.createElement('div');
    const title = box.appendChild(document.createElement('strong'));
    title.textContent = head;
    for (const [mark, name, value] of lines) {
        const line = box.appendChild(document.createElement('div'));
        line.className = 'tip';
        const dot = line.appendChild(document.createElement('i'));
        if (mark) dot.style.background = mark;
        line.appendChild(document.createElement('span')).textContent = name;
        line.appendChild(document.createElement('b')).textContent = value;
    }
    return box;
}

function shown(value) {
    return typeof value === 'number' ? (Number.isInteger(value) ? String(value) : value.toFixed(2).replace('-', '−')) : String(value ?? '');
}

const formatters = {
    /** A bar from its corners: values [middle, count, title, foot, head, start, end]. */
    bar: (params, api) => {
        const [left, foot] = api.coord([api.value(5), api.value(3)]);
        const [right, head] = api.coord([api.value(6), api.value(4)]);
        const width = Math.max(1, (right - left) * 0.86);
        const shape = echarts.graphic.clipRectByRect(
            { x: (left + right - width) / 2, y: Math.min(foot, head), width, height: Math.abs(head - foot) }, params.coordSys);
        return shape && { type: 'rect', shape, style: { fill: api.visual('color') } };
    },
    abs: v => String(Math.abs(v)),
    signed: v => v > 0 ? '+' + v : String(v).replace('-', '−'),
    /** Marks with `tip: { head, lines: [[name, value]] }`. */
    mark: p => p.data?.tip ? note(p.data.tip.head, p.data.tip.lines.map(([n, v]) => ['', n, v])) : '',
    /** All series at one period; a point may carry its own words in its third place. */
    period: list => {
        const rows = [list].flat();
        const marked = rows.find(p => p.data?.tip);
        if (marked) return formatters.mark(marked);
        const first = rows.find(p => Array.isArray(p.value) && p.value[2]) ?? rows[0];
        if (!first) return '';
        const head = first.value?.[2] ?? (Array.isArray(first.value) ? iso(first.value[0]) : first.name);
        return note(head, rows.filter(p => p.value?.[1] !== 0 && p.value?.[1] != null)
            .map(p => [typeof p.color === 'string' ? p.color : '', p.seriesName, shown(Math.abs(p.value[1]) === -p.value[1] && p.seriesName.includes('conflict') ? -p.value[1] : p.value[1])]));
    },
};
