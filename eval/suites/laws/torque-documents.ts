type Language = 'zh' | 'en';

/** A small manual that gives one value of one thing. */
export function torqueText(asset: string, value: number, language: Language): string {
  return language === 'zh'
    ? `# 泵 ${asset} 手册\n\n## 参数\n\n${asset} 地脚螺栓的拧紧力矩为 ${value} N·m。\n`
    : `# Pump ${asset} manual\n\n## Torques\n\nThe tightening torque of the foundation bolts of ${asset} is ${value} N·m.\n`;
}

/** The question that it answers. */
export function torqueQuestion(asset: string, language: Language): string {
  return language === 'zh' ? `${asset} 地脚螺栓的拧紧力矩是多少？` : `What is the tightening torque of the foundation bolts of ${asset}?`;
}
