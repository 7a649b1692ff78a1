export { SponsorshipModule } from './sponsorship.module.js';
export { sponsorship } from './sponsorship.context.js';
export { sponsorshipPolicies, type SponsorshipPolicySettings } from './policies.js';
