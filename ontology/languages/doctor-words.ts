/** One sentence in both languages. */
export interface Said {
  readonly en: string;
  readonly zh: string;
}

/** What is said in the same letters whatever the language: names, versions, messages of errors. */
export function asIs(text: string): Said {
  return { en: text, zh: text };
}

const said = (en: string, zh: string): Said => ({ en, zh });

/** What `faultline doctor` tells, each with what to do where something is to be done. */
export const DOCTOR_WORDS = {
  callers: {
    known: said('who shows a key or is signed in', '出示密钥或已登录者'),
    nobody: (host: string) =>
      said(
        `nobody: at ${host} it has to be known who asks, and there is neither key nor account`,
        `无人可入：在 ${host} 上必须知道提问者是谁，而既没有密钥也没有账户`,
      ),
    make: said(
      'make one with `faultline keys create` or `faultline accounts add`',
      '用 `faultline keys create` 或 `faultline accounts add` 建立一个',
    ),
    local: said('whoever is on this machine, without a key', '本机上的任何人，无需密钥'),
    anyone: (host: string) =>
      said(
        `whoever reaches ${host} may read, send and delete everything without a key`,
        `能访问 ${host} 的任何人无需密钥即可读取、发送和删除全部内容`,
      ),
    close: said(
      'unset FAULTLINE_ALLOW_ANYONE, and make keys (`faultline keys create`) or accounts (`faultline accounts add`)',
      '取消 FAULTLINE_ALLOW_ANYONE，并建立密钥（`faultline keys create`）或账户（`faultline accounts add`）',
    ),
  },
  transport: {
    local: said('what is said to it crosses no network', '与它的通信不经过网络'),
    named: (hosts: string) =>
      said(`called as ${hosts}, by a proxy in front that has to speak TLS`, `以 ${hosts} 访问，由前置的代理提供 TLS`),
    plain: (host: string) =>
      said(
        `at ${host} it speaks plain http: nobody can sign in from another machine, and keys can be read on the way`,
        `在 ${host} 上使用明文 http：其他机器上无人能登录，密钥在途中可被读取`,
      ),
    proxy: said(
      'put a proxy with TLS in front, leave FAULTLINE_HOST on loopback and name the proxy in FAULTLINE_HOSTS (docs/operations.md, "One machine beyond loopback")',
      '在前面放置带 TLS 的代理，让 FAULTLINE_HOST 留在本机回环，并在 FAULTLINE_HOSTS 中写明代理的名称（docs/operations.md，“One machine beyond loopback”）',
    ),
  },
  calibration: {
    unused: said('is not used, scores are those of the release', '未使用，评分为发行版本身的评分'),
    unchecked: said('claims are not checked until then', '在此之前不核查陈述'),
    used: (id: string, claims: number, day: string, data: string, before: string, after: string) =>
      said(
        `${id}: ${claims} claims of ${day} (data ${data}), calibration error ${before} -> ${after}`,
        `${id}：${day} 的 ${claims} 条陈述（数据 ${data}），校准误差 ${before} -> ${after}`,
      ),
  },
  documents: {
    differs: said('kept otherwise than it reads', '保存的内容与读出的不同'),
    'damaged-bytes': said('its bytes are damaged', '字节已损坏'),
    'bytes-gone': said('its bytes are gone', '字节已丢失'),
    'ends-otherwise': said('could not be read to the same end', '未能读到同样的结果'),
    same: (count: number) =>
      said(`${count} versions read again from their bytes, all as they are kept`, `由字节重新读取 ${count} 个版本，均与保存的一致`),
    wrong: (wrong: number, of: number, named: Said) =>
      said(
        `${wrong} of ${of} versions read again are not as they are kept: ${named.en}`,
        `重新读取的 ${of} 个版本中有 ${wrong} 个与保存的不一致：${named.zh}`,
      ),
    sendAgain: said('delete these documents and send them again, or restore a backup', '删除这些文档后重新发送，或恢复备份'),
    otherParser: (count: number) =>
      said(
        `${count} versions were read by another version of the parser and could not be compared`,
        `${count} 个版本由另一版解析程序读取，无法比较`,
      ),
    readAgain: said(
      'have them read by this one with `faultline documents --read-again`',
      '用 `faultline documents --read-again` 由本程序重新读取',
    ),
  },
  files: {
    ledger: said(
      'stop the service, keep the folder as it is, and restore the last backup into another',
      '停止服务，原样保留该文件夹，并将最近的备份恢复到另一个文件夹',
    ),
    search: said('run `faultline reindex --only search`', '运行 `faultline reindex --only search`'),
    graph: said('run `faultline reindex --only graph`', '运行 `faultline reindex --only graph`'),
    missing: said('is missing', '缺失'),
    whole: said('whole by integrity_check', 'integrity_check 检查完好'),
    faults: (count: number, first: string) => said(`${count} faults, the first: ${first}`, `${count} 处错误，第一处：${first}`),
    unknown: (names: string) => said(`the ledger has ${names}, which this program does not know`, `账本含有本程序不认识的 ${names}`),
    newer: said('use the newer program', '请使用较新的程序'),
    ofThis: said('of this program', '与本程序一致'),
    lacks: (names: string) => said(`the ledger lacks ${names}`, `账本缺少 ${names}`),
    backUp: said('make a backup; the next command that writes adds them', '先做备份；下一个写入命令会补上'),
  },
  model: {
    useless: (model: string) => said(`${model} replies neither Yes nor No, so it is of no use`, `${model} 既不答“是”也不答“否”，无法使用`),
    another: said('name another one in FAULTLINE_CHAT_MODEL', '在 FAULTLINE_CHAT_MODEL 中换一个'),
    unsure: (model: string, taken: number) =>
      said(
        `${model} answers in ${taken} ms and tells no likelihoods: each opinion counts as a sure one`,
        `${model} 用 ${taken} 毫秒回答，但不给出概率：每个意见都按确定计`,
      ),
    prefer: said('prefer an endpoint that fills in `logprobs`', '最好使用提供 `logprobs` 的接口'),
    answers: (model: string, taken: number) => said(`${model} answers in ${taken} ms`, `${model} 用 ${taken} 毫秒回答`),
    without: said('questions are answered without it meanwhile', '在此期间不用它回答问题'),
  },
  rowReader: {
    useless: (model: string) => said(`${model} writes no reading of a question over rows`, `${model} 写不出对行数据问题的解读`),
    another: said(
      'name one in FAULTLINE_ROWS_MODEL that was taught to (docs/operations.md)',
      '在 FAULTLINE_ROWS_MODEL 中指定一个学过的模型（docs/operations.md）',
    ),
    answers: (model: string, taken: number) => said(`${model} reads a question in ${taken} ms`, `${model} 用 ${taken} 毫秒读懂一个问题`),
    without: said('questions are read without it meanwhile', '在此期间不用它读问题'),
  },
  machine: {
    old: (version: string) => said(`Node.js ${version} is too old`, `Node.js ${version} 版本过旧`),
    install: (version: string) => said(`install Node.js ${version} or newer`, `安装 Node.js ${version} 或更新版本`),
    loads: said('loads', '可以加载'),
    installAgain: said('install the program again with this Node.js (`npm ci`)', '用此 Node.js 重新安装程序（`npm ci`）'),
    open: (home: string) => said(`${home} is open to other users of this machine`, `本机其他用户可以访问 ${home}`),
    closeFolder: (home: string) => said(`\`chmod 700 ${home}\`, as its owner`, `以其所有者身份执行 \`chmod 700 ${home}\``),
    notThere: (home: string) => said(`${home} is not there yet`, `${home} 尚不存在`),
    ingest: said('ingest a document, or name another with --home', '读入一份文档，或用 --home 指定另一个'),
    noAccess: (home: string, code: string) => said(`${home} cannot be read and written (${code})`, `${home} 无法读写（${code}）`),
    rights: said('correct its owner and rights', '更正其所有者和权限'),
    noSpaceKnown: said('not known before there is a data folder', '有数据文件夹之前无法得知'),
    free: (megabytes: number) => said(`${megabytes} MB free on the disk of the data folder`, `数据文件夹所在磁盘剩余 ${megabytes} MB`),
    makeRoom: said('free some, or move the data folder to a larger disk', '释放空间，或将数据文件夹移到更大的磁盘'),
  },
  servers: {
    answers: said('answers', '有应答'),
    atRevision: (revision: number | string) => said(`answers, at revision ${revision}`, `有应答，修订号 ${revision}`),
    late: (taken: number, wait: number) =>
      said(
        `answers, but took ${taken} ms: questions go without it after ${wait} ms`,
        `有应答，但用了 ${taken} 毫秒：问题等待 ${wait} 毫秒后不再等它`,
      ),
    busy: said('see what keeps it busy, or raise FAULTLINE_STORE_MILLISECONDS', '查明其繁忙原因，或调大 FAULTLINE_STORE_MILLISECONDS'),
    makeAnew: said('make it anew with `faultline reindex`', '用 `faultline reindex` 重建'),
    start: (variable: string) =>
      said(`start it, or correct ${variable} with its user and password`, `启动它，或更正 ${variable} 及其用户名和密码`),
  },
  state: {
    takesWrites: said('takes writes', '可以写入'),
    moved: (place: string) => said(`was moved to ${place}, and is no longer kept up to date here`, `已迁移到 ${place}，此处不再更新`),
    goThere: said(
      'use the settings of that place, or take the move back with `faultline migrate-stores --undo`',
      '使用该处的设置，或用 `faultline migrate-stores --undo` 撤回迁移',
    ),
    upToDate: said('search index and graph are up to date', '检索索引与图谱均为最新'),
    waiting: (units: number, seconds: number) =>
      said(`${units} units wait to be projected, the oldest for ${seconds} s`, `${units} 个单元等待投影，最久的已等 ${seconds} 秒`),
    startWorker: said('start the service: its worker does it', '启动服务，由其工作进程处理'),
    embedder: (model: string) => said(`${model}, as in the search index`, `${model}，与检索索引一致`),
    former: (held: string, wanted: string) =>
      said(
        `the search index holds vectors of ${held} and goes on with it, though the settings name ${wanted}`,
        `检索索引中的向量来自 ${held} 并继续使用，尽管设置指定的是 ${wanted}`,
      ),
    reindex: said(
      'run `faultline reindex --only search`; questions are answered meanwhile',
      '运行 `faultline reindex --only search`；期间照常回答问题',
    ),
    jobs: (queued: number, running: number, dead: number) =>
      said(`${queued} waiting, ${running} running, ${dead} given up`, `等待 ${queued}，进行中 ${running}，已放弃 ${dead}`),
    seeJobs: said(
      'see why with `faultline jobs list --state dead`, then retry or delete the documents',
      '用 `faultline jobs list --state dead` 查看原因，然后重试或删除这些文档',
    ),
    allRead: said('every document was read by this program', '所有文档均由本程序读取'),
    readOtherwise: (count: number) =>
      said(
        `${count} versions were read by another program or with other patterns of codes, so some answers may be in part`,
        `${count} 个版本由另一程序或按其他代码格式读取，部分回答可能不全`,
      ),
    readAgain: said(
      'have them read again with `faultline documents --read-again`; they answer meanwhile',
      '用 `faultline documents --read-again` 重新读取；期间照常用于回答',
    ),
    lost: (count: number) => said(`the bytes of ${count} document versions are gone`, `${count} 个文档版本的字节已丢失`),
    sendAgain: said('send these documents again, or restore a backup', '重新发送这些文档，或恢复备份'),
    unnamed: (count: number) => said(`${count} files belong to no document`, `${count} 个文件不属于任何文档`),
    sweep: said('start the service: it sweeps them', '启动服务，由其清除'),
    bytes: (count: number) => said(`of ${count} documents, all there and none too many`, `${count} 份文档的字节齐全，没有多余`),
    unsealed: (count: number) => said(`${count} events wait for their seal`, `${count} 个事件等待封印`),
    unsealedLong: (count: number) => said(`${count} events wait for their seal for long`, `${count} 个事件等待封印已久`),
    seal: said('start the service, or run `faultline audit verify`', '启动服务，或运行 `faultline audit verify`'),
    clockBack: (now: string, last: string) =>
      said(`it is ${now}, but the last audit event is of ${last}`, `现在是 ${now}，但最后一个审计事件的时间是 ${last}`),
    setClock: said('set the clock of this machine, best by NTP', '校准本机时钟，最好用 NTP'),
    doAbove: said('do what the line above says, or what this message says', '按上一行或此信息所说处理'),
  },
} as const;

/** What is looked at, by the name that every surface gives it. Others than these are named after a file, a module or a server. */
const NAMES: Readonly<Record<string, string>> = {
  node: 'Node.js',
  'data-folder': '数据文件夹',
  'free-space': '剩余空间',
  schema: '账本结构',
  ledger: '账本',
  callers: '准入',
  transport: '传输',
  embedder: '向量模型',
  projections: '检索索引与图谱',
  jobs: '作业',
  bytes: '文档字节',
  reading: '读取',
  audit: '审计记录',
  clock: '时钟',
  documents: '文档',
  parser: '解析程序',
  stores: '存储',
  'language model': '语言模型',
  'reader of questions over rows': '行数据问题的解读模型',
  'server of the ledger': '账本服务器',
  'server of the graph': '图谱服务器',
  'server of the search': '检索服务器',
};

/** The name of a line in Chinese. */
export function doctorName(name: string): string {
  return NAMES[name] ?? name.replace(/^file /, '文件 ').replace(/^module /, '模块 ');
}
