/** Why nothing can be read in a folder, and what to do. */
export interface HomeWords {
  readonly absent: (folder: string) => string;
  /** There, with other things in it. */
  readonly foreign: (folder: string) => string;
}

const EN: HomeWords = {
  absent: (folder) =>
    `There is no data folder ${folder}. Correct --home (or FAULTLINE_HOME), or read documents into it first: \`faultline ingest <files> --home ${folder}\`. Nothing was made.`,
  foreign: (folder) =>
    `${folder} is no data folder: nothing has been read into it. Correct --home (or FAULTLINE_HOME), or read documents into it first: \`faultline ingest <files> --home ${folder}\`. Nothing was made.`,
};

const ZH: HomeWords = {
  absent: (folder) =>
    `数据文件夹 ${folder} 不存在。请更正 --home（或 FAULTLINE_HOME），或先将文档读入：\`faultline ingest <文件> --home ${folder}\`。未创建任何内容。`,
  foreign: (folder) =>
    `${folder} 不是数据文件夹：其中尚未读入任何文档。请更正 --home（或 FAULTLINE_HOME），或先将文档读入：\`faultline ingest <文件> --home ${folder}\`。未创建任何内容。`,
};

export function homeWords(language: 'zh' | 'en'): HomeWords {
  return language === 'zh' ? ZH : EN;
}
