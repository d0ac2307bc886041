const complaint = { complaint: '2026-11-24.c900' };
const warning = { warning: '2026-11-24.w900' };
const note = { note: 'x' };

/** One well-formed command of each type. */
export const sampleComplaints = {
  'complaint.open': { channel: 'onSite', cause: 'attitude', firstAsked: 'nobody' },
  'complaint.contact': complaint,
  'complaint.plan': { ...complaint, ...note },
  'complaint.handOver': { ...complaint, to: 'nobody' },
  'complaint.accept': complaint,
  'complaint.decline': complaint,
  'complaint.involve': { ...complaint, person: 'nobody', as: 'about' },
  'complaint.escalate': { ...complaint, to: 'inBank' },
  'complaint.extend': { ...complaint, until: '2026-12-20', reason: 'x' },
  'complaint.note': { ...complaint, ...note },
  'complaint.close': { ...complaint, root: 'conduct', action: 'x' },
  'complaint.withdraw': complaint,
  'warning.raise': note,
  'warning.take': warning,
  'warning.close': { ...warning, action: 'spokeToCustomer' },
};
