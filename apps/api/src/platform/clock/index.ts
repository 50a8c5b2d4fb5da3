export { Clock, SystemClock, TestClock, shanghaiDay, shanghaiMinute } from './clock.js';
