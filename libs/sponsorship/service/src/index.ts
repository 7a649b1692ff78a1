export { SponsorshipModule } from './sponsorship.module.js';
export { sponsorship } from './sponsorship.context.js';
