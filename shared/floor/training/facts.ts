import type { BusinessDate, StaffId, TrainingId } from '../../ids.ts';

type Of<T extends string, Body = object> = {
  readonly type: T;
  readonly at: number;
  readonly training: TrainingId;
} & Readonly<Body>;

export type TrainingFact =
  | Of<
      'training.planned',
      {
        title: string;
        tag: string;
        from: BusinessDate;
        to: BusinessDate;
        people: readonly StaffId[];
      }
    >
  | Of<'training.dropped'>
  | Of<'training.signed', { person: StaffId }>;
