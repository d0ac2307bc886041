import { z } from 'zod';

/** What was behind it, as alerts and rectifications name it alike. */
export const alertCause = z.enum([
  'peak',
  'shortStaffed',
  'counterPaused',
  'longServices',
  'equipment',
  'conduct',
  'other',
]);
export type AlertCause = z.infer<typeof alertCause>;

export const alertAction = z.enum([
  'openedCounter',
  'movedStaff',
  'guidedCustomers',
  'spokeToCustomer',
  'repaired',
  'trained',
  'other',
]);
export type AlertAction = z.infer<typeof alertAction>;
