import { given } from '@vouchsafe/decider/testing';
import { DelegateAppointed, DelegateDismissed } from '@vouchsafe/sponsorship-contracts';
import { AMARA, DANA } from '../commitment/commitment.fixtures.js';
import { appointDelegate, delegations, dismissDelegate, type AppointDelegate, type Delegation } from './delegation.js';

const dana = { sponsorId: AMARA, delegateId: DANA };
const appointed = DelegateAppointed.of(dana);
const dismissed = DelegateDismissed.of(dana);
const appointing = (facts: Partial<AppointDelegate> = {}) => (state: Delegation) => appointDelegate({ ...dana, delegateIsHere: true, ...facts }, state);
const dismissing = (state: Delegation) => dismissDelegate(dana, state);

it('lets somebody record for a sponsor, once', () => {
  given(delegations).when(appointing()).then(appointed);
  given(delegations, appointed).when(appointing()).then();
  given(delegations, appointed, dismissed).when(appointing()).then(appointed);
});

it('is not oneself, nor somebody who is not here', () => {
  given(delegations).when(appointing({ delegateId: AMARA })).thenRejected({ reason: 'DelegateMustBeSomeoneElse' });
  given(delegations).when(appointing({ delegateIsHere: false })).thenRejected({ reason: 'DelegateIsNotHere' });
});

it('is not the whole house', () => {
  const ten = Array.from({ length: 10 }, (_, index) => DelegateAppointed.of({ ...dana, delegateId: `d${index}` }));
  given(delegations, ...ten).when(appointing()).thenRejected({ reason: 'TenDelegatesAreEnough' });
  given(delegations, ...ten).when(appointing({ delegateId: 'd3' })).then();
});

it('takes it back from somebody who has it', () => {
  given(delegations, appointed).when(dismissing).then(dismissed);
  given(delegations, appointed, dismissed).when(dismissing).thenRejected({ reason: 'NoSuchDelegate' });
  given(delegations).when(dismissing).thenRejected({ reason: 'NoSuchDelegate' });
});
