export { NotificationsModule } from './notifications.module.js';
export { notifications } from './notifications.context.js';
