type Details = Readonly<Record<string, string | number>>;

/** Refusals about inspections, rounds and photos; a part of the catalogue of refusals. */
export const inspectionRefusals = {
  zh: {
    'checklist.doubled': (d: Details) => `检查项“${d.item}”出现了两次，请去掉一个。`,
    'checklist.inForce': (d: Details) =>
      `版本 ${d.version} 已经生效，不能改动：请用新的版本号另存一份。`,
    'checklist.overHundred': (d: Details) =>
      `模块“${d.module}”各项分值合计 ${d.points}，超过 100 分：请调低后再保存。`,
    'inspection.itemUnknown': () => '这次检查没有这一项，请刷新后再试。',
    'inspection.needsPeople': () => '扣分须同时写明直接责任人和直接管理责任人。',
    'inspection.needsRemark': () => '不符合的项目请写明看到的情况。',
    'inspection.notPlanned': () => '这次检查已经开始。',
    'inspection.notRunning': () => '这次检查还没有开始，请先按“开始检查”。',
    'inspection.nothingLeft': () => '这一部分已经逐项看过。',
    'inspection.over': () => '这次检查已经结束。',
    'inspection.running': (d: Details) => `检查 ${d.id} 还在进行，请先完成或取消。`,
    'inspection.tooManyPoints': (d: Details) => `这一项最多扣 ${d.most} 分。`,
    'inspection.unfinished': (d: Details) => `还有 ${d.left} 项没有看，看完再提交。`,
    'inspection.unknown': () => '没有这次检查，请刷新后再试。',
    'patrol.incomplete': (d: Details) => `请把 ${d.n} 项逐项答完再提交。`,
    'patrol.often': () => '今天的巡查次数已满。',
    'photo.changed': () => '这张照片的文件已损坏或被改动，不予显示，请联系管理员。',
    'photo.full': () => '照片已存满：请先提交或去掉未用的照片，或请管理员清理磁盘。',
    'photo.notAPhoto': () => '这不是可用的照片：请用 JPEG、PNG 或 WebP 格式重新拍摄。',
    'photo.tooLarge': (d: Details) =>
      `照片太大：请在 ${d.most} MB 以内，用页面上的拍照按钮会自动缩小。`,
    'photo.unknown': () => '主机上没有这张照片，请重新拍摄。',
  },
  en: {
    'checklist.doubled': (d: Details) => `Item "${d.item}" stands twice; take one out.`,
    'checklist.inForce': (d: Details) =>
      `Version ${d.version} is in force and stays as it is: save yours under a new version.`,
    'checklist.overHundred': (d: Details) =>
      `The points of module "${d.module}" come to ${d.points}, more than 100: lower them.`,
    'inspection.itemUnknown': () => 'This inspection has no such item; refresh and try again.',
    'inspection.needsPeople': () =>
      'Points off name both the person responsible and the one who manages them.',
    'inspection.needsRemark': () => 'Say what was seen where something is not in order.',
    'inspection.notPlanned': () => 'This inspection has begun already.',
    'inspection.notRunning': () => 'This inspection has not begun; press Begin first.',
    'inspection.nothingLeft': () => 'Every item here has been looked at.',
    'inspection.over': () => 'This inspection is over.',
    'inspection.running': (d: Details) => `Inspection ${d.id} is under way; finish or cancel it.`,
    'inspection.tooManyPoints': (d: Details) => `At most ${d.most} points can be taken off here.`,
    'inspection.unfinished': (d: Details) =>
      `Look at the ${d.left} items that are left, then send.`,
    'inspection.unknown': () => 'There is no such inspection; refresh and try again.',
    'patrol.incomplete': (d: Details) => `Answer each of the ${d.n} items, then send.`,
    'patrol.often': () => 'There were enough rounds today.',
    'photo.changed': () => 'The file of this photo was damaged or changed; please call support.',
    'photo.full': () =>
      'There is no room for more photos: use or remove those not sent yet, or have the disk cleared.',
    'photo.notAPhoto': () => 'That is no photo we can use: take it again as JPEG, PNG or WebP.',
    'photo.tooLarge': (d: Details) =>
      `That photo is too large: at most ${d.most} MB; the page’s own button makes it smaller.`,
    'photo.unknown': () => 'The hub does not have that photo; please take it again.',
  },
};
