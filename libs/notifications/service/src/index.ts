export { NotificationsModule } from './notifications.module.js';
export { notifications } from './notifications.context.js';
export { readNotificationSettings, type NotificationSettings } from './settings/notification-settings.js';
export { notificationPolicies, openChannels, outboxOf, type Channels, type ChannelParts } from './channels.js';
export { outboxPage } from './outbox/outbox-page.js';
