/** Writers of small Office files for tests and samples. They write what a test needs, honest or not, and nothing that a person would want to print. */
export * from './dictionary.js';
export * from './layout-papers.js';
export * from './ooxml-writer.js';
export * from './sample-paper.js';
export * from './zip-writer.js';
