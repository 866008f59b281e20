/** Words on the sheets of a skid. */
export const SKID_WORDS = {
  zh: {
    title: '循环水撬装管道仪表流程图',
    names: { pump: '循环泵', tank: '储罐', vessel: '缓冲罐', exchanger: '换热器', strainer: '过滤器', filter: '精密过滤器' },
    notes: ['1. 所有低点应设排放阀。', '2. 仪表安装高度由现场确定。', '3. 管道等级见管道表。'],
    revisions: ['送审', '按审查意见修改', '供施工'],
    from: '来自',
    to: '去',
    beyond: ['厂区管网', '装置边界'],
    open: '常开',
    closed: '常闭',
  },
  en: {
    title: 'CIRCULATION WATER SKID P&ID',
    names: {
      pump: 'CIRCULATION PUMP',
      tank: 'STORAGE TANK',
      vessel: 'BUFFER VESSEL',
      exchanger: 'COOLER',
      strainer: 'STRAINER',
      filter: 'FINE FILTER',
    },
    notes: [
      '1. DRAINS ARE TO BE FITTED AT ALL LOW POINTS.',
      '2. INSTRUMENTS ARE MOUNTED AT READING HEIGHT.',
      '3. PIPE CLASSES: SEE LINE LIST.',
    ],
    revisions: ['FIRST ISSUE', 'REVISED AFTER REVIEW', 'PUMPS CHANGED'],
    from: 'FROM',
    to: 'TO',
    beyond: ['PLANT HEADER', 'BATTERY LIMIT'],
    open: 'NO',
    closed: 'NC',
  },
} as const;
