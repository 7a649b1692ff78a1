import { given } from '@vouchsafe/decider/testing';
import { AMARA, aPersonSignedOut, everybodySignedOut } from '../tenancy.fixtures.js';
import { everybodysSignIn, signIns, signOutEverybody, signOutPerson } from './sign-in.js';

it('signs a person out, and again: what was issued meanwhile ends too', () => {
  given(signIns).when(() => signOutPerson({ personId: AMARA })).then(aPersonSignedOut());
  given(signIns, aPersonSignedOut()).when(() => signOutPerson({ personId: AMARA })).then(aPersonSignedOut());
});

it('signs everybody out, and again', () => {
  given(everybodysSignIn).when(() => signOutEverybody()).then(everybodySignedOut());
  given(everybodysSignIn, everybodySignedOut()).when(() => signOutEverybody()).then(everybodySignedOut());
});
