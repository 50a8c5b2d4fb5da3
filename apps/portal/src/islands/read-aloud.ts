import { attachReader } from './reader.js';

const button = document.querySelector<HTMLButtonElement>('[data-island="read-aloud"]');
if (button && 'speechSynthesis' in window) attachReader(button, window.speechSynthesis);
