import { mount } from 'svelte';
import App from './app/App.svelte';
import { EngineWorkers } from './engine/engine-workers.js';
import { I18n } from './i18n/i18n.svelte.js';
import { detectLocale } from './i18n/locale.js';
import './ui/base.css';

const target = document.getElementById('app');
if (!target) throw new Error('no #app in the page');
const engineWorkers = new EngineWorkers();
const i18n = new I18n(detectLocale(location.search, navigator.languages));
mount(App, { target, props: { i18n, engineWorkers } });
