export { excerpt } from './excerpt.js';
export { NoticeEntity } from './notice.entity.js';
export { NoticesModule } from './notices.module.js';
export { NoticesService, type Message } from './notices.service.js';
