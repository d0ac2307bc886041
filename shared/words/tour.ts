import { catalogue } from './catalogue.ts';

/** The tour of the demo's wall: what to look at, in what order. */
export const tour = catalogue({
  zh: {
    title: '导览',
    start: '一分钟导览',
    stepOf: (n: number, of: number) => `${n} / ${of}`,
    back: '上一处',
    next: '下一处',
    skip: '跳过',
    end: '看完了',
    stops: {
      intro: {
        title: '一面墙，一个网点',
        text: '这里的每块屏幕都连着同一台真实的主机，客户和柜员由程序扮演。时间走得比平时快，可以随时暂停；看哪块屏，按它的名字就会拉近。',
      },
      kiosk: {
        title: '客户在这里取号',
        text: '每项业务写着等几个人、大概等多久。按一项试试：号码立刻排进队里，等多久由主机的时钟来量，谁也改不了。',
      },
      lobby: {
        title: '叫到谁，一眼看见',
        text: '最新的号最大，去几号窗口写在旁边；右边是各业务还要等多久。大厅最后一排也读得清。',
      },
      counter: {
        title: '柜员只按一个大按钮',
        text: '呼叫下一位、开始办理、办结，下一步永远是那个大按钮。下一个叫谁由写明的规则决定，柜员挑不了。',
      },
      rating: {
        title: '办完了，请客户评价',
        text: '办结的同时自动弹出，不用柜员邀请，也没有预先选好的答案；没有评价就是没有评价，不算满意。',
      },
      floor: {
        title: '大堂经理在厅里走动',
        text: '谁快等过线、谁需要帮助、谁该优先，都在平板上；手工发号也在这里，自助从来不是唯一的办法。',
      },
      manager: {
        title: '负责人看一条线',
        text: '每个等候的人是一个记号，从左向右走，越过黄、橙、红三条线就预警。六个数字旁边写着平时这个时候是多少；每个数字都能点到它的出处。',
      },
      end: {
        title: '这些数字都查得到',
        text: '每一次按键都在账本里，一条扣一条，改动会被发现。想建一个自己的网点：npm start，照着打印的地址走，几分钟就能发号。',
      },
    },
  },
  en: {
    title: 'Tour',
    start: 'One-minute tour',
    stepOf: (n: number, of: number) => `${n} / ${of}`,
    back: 'Back',
    next: 'Next',
    skip: 'Skip',
    end: 'Done',
    stops: {
      intro: {
        title: 'One wall, one branch',
        text: 'Every screen here hangs on the same real hub; customers and tellers are played by the program. Time runs fast and can be paused. Press a screen’s name to bring it near.',
      },
      kiosk: {
        title: 'Customers take a number',
        text: 'Each service says how many wait and about how long. Press one: the number joins the line at once, and its wait is measured by the hub’s clock, which nobody can change.',
      },
      lobby: {
        title: 'Who is called, seen at once',
        text: 'The newest number is the largest, with its counter beside it; on the right what each service still has to wait. It can be read from the last row.',
      },
      counter: {
        title: 'Tellers press one big button',
        text: 'Call, start, end: the next step is always the big button. Who is next follows a written rule; a teller cannot choose.',
      },
      rating: {
        title: 'Then the customer rates',
        text: 'It opens by itself when a service ends, with no invitation needed and no answer lit beforehand. No rating is no rating, and never counts as satisfied.',
      },
      floor: {
        title: 'The lobby manager walks about',
        text: 'Who is about to cross the line, who needs help, who goes first: on the tablet. Tickets by hand too, for self-service is never the only way.',
      },
      manager: {
        title: 'The manager watches one line',
        text: 'Everybody who waits is a mark that moves to the right; past yellow, orange and red there is an alert. Beside six figures stands what is usual at this hour, and each figure opens to where it came from.',
      },
      end: {
        title: 'All of it can be checked',
        text: 'Every press stands in the ledger, each chained to the one before: changes are found. For a branch of your own: npm start, open the address it prints, and give out tickets within minutes.',
      },
    },
  },
});
