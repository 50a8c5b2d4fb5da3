export { Clock, SystemClock, TestClock, shanghaiDay } from './clock.js';
