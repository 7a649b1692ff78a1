import type { RunningProgram } from '../programs/program.js';
import type { Random } from '../random/random.js';
import { chainBetween, isThere, rankIn, type Scene } from '../scene.js';
import type { Employee } from '../workforce/employee.js';
import { freePlaces, type Desk } from './life.js';

const TRIES = 30;
const STEP = 10;

/** A sponsor with room, high enough above, out of the protégé's line, and from another function if there is one; null if nobody suits. */
export const findSponsor = (scene: Scene, desk: Desk, program: RunningProgram, sponsors: readonly Employee[], protege: Employee, random: Random): Employee | null => {
  let second: Employee | null = null;
  for (let tries = 0; tries < TRIES && sponsors.length > 0; tries += 1) {
    const sponsor = random.pick(sponsors);
    if (!isThere(sponsor) || sponsor === protege || freePlaces(desk, scene, sponsor) < 1) continue;
    if (rankIn(scene, sponsor) < rankIn(scene, protege) + program.levelGap * STEP || chainBetween(scene, sponsor, protege) === true) continue;
    if ([...desk.lives.get(protege) ?? []].some((life) => life.sponsor === sponsor)) continue;
    if (sponsor.function !== protege.function) return sponsor;
    second = sponsor;
  }
  return second;
};

export const hasSponsor = (desk: Desk, employee: Employee): boolean => [...desk.lives.get(employee) ?? []].some(({ protege }) => protege === employee);
