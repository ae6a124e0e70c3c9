// Draws ECharts from plain JSON. `echarts` is the global of the bundle that the page loads before.
const charts = new Map();
const dark = matchMedia('(prefers-color-scheme: dark)');

export function draw(element, json, dotnet) {
    let chart = charts.get(element);
    if (!chart) {
        chart = echarts.init(element, dark.matches ? 'dark' : null, { renderer: 'canvas' });
        charts.set(element, chart);
        new ResizeObserver(() => chart.resize()).observe(element);
        chart.on('click', e => e.data && e.data.id && dotnet.invokeMethodAsync('OnClick', String(e.data.id)));
        chart.on('datazoom', debounce(() => report(chart, dotnet), 300));
    }
    chart.setOption({ backgroundColor: 'transparent', animation: false, ...JSON.parse(json) }, true);
    element.dataset.drawn = 'true';
}

export function dispose(element) {
    charts.get(element)?.dispose();
    charts.delete(element);
}

function report(chart, dotnet) {
    const option = chart.getOption();
    const zoom = option.dataZoom && option.dataZoom[0];
    const axis = option.xAxis && option.xAxis[0];
    if (!zoom || !axis) return;
    const name = v => axis.type === 'category' ? String(axis.data[v]) : new Date(v).toISOString().slice(0, 10);
    dotnet.invokeMethodAsync('OnBrush', name(zoom.startValue), name(zoom.endValue));
}

function debounce(run, ms) {
    let timer;
    return () => { clearTimeout(timer); timer = setTimeout(run, ms); };
}
