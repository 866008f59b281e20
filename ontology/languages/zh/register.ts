import type { RegisterHeaders } from '../register-headers.ts';

/** Chinese headers of a register of documents, folded; the first is the one that is said. */
export const REGISTER_HEADERS: RegisterHeaders = {
  name: ['文件', '文件名', '文件路径', '路径', '标识'],
  title: ['标题', '名称', '文件名称', '题名'],
  documentNumber: ['编号', '文件编号', '文档编号', '图号'],
  revision: ['版次', '版本', '版本号', '修订'],
  effective: ['生效日期', '生效日', '日期', '实施日期'],
  authority: ['权威级别', '权威', '级别'],
  labels: ['标签', '访问标签', '密级'],
  site: ['站点', '厂区', '工厂'],
  product: ['产品', '产品名称', '适用产品'],
  model: ['型号', '产品型号', '适用型号', '机型'],
  variant: ['变型'],
  version: ['产品版本', '软件版本', '固件版本', '适用版本'],
  'serial-range': ['序列号范围', '序列号', '适用序列号', '出厂编号'],
};

/** How a day is written in such a register. */
export const DAY_EXAMPLE = '2026年1月31日';
