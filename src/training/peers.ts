/** What a message is commonly searched with; measured beside the product on the same messages. */
export const peers = [
  {
    name: 'one regular expression',
    flags: (text: string) =>
      /拖欠.{0,15}(?:工资|薪|工钱)|欠薪|讨薪|(?:工资|薪水|薪资|工钱).{0,8}(?:没发|没有发|未发|不发|没给|不给|未付|未支付|没结|拖欠)|克扣.{0,8}(?:工资|薪)|(?:不发|没发|未发|讨要|欠|拖).{0,6}(?:工资|工钱)/u.test(
        text,
      ),
  },
  { name: 'contains a wage word', flags: (text: string) => /工资|薪|血汗钱|拖欠|民工/u.test(text) },
] as const
