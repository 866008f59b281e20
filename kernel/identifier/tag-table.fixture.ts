const codes = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Tags as plants write them, by the convention that they follow. */
export const TAGS: Readonly<Record<string, readonly string[]>> = {
  'instruments of ISA-5.1': codes(`
    PT-1012A FIC-101 TI-101 LT-4501 PSV-101 FT-1001 FE-1001 FV-1001 FY-1001A LIC-2001 LV-2001 LG-2001 LSHH-2001 LSLL-2001 LAHH-2001
    PDI-301 PDT-301 PDIT-1001A PIC-501 PCV-501 PI-501B PAH-501 PSH-501 PSL-501 TT-601 TE-601A TIC-601 TV-601 TW-601 TSH-601 TAHH-601
    AIT-701 AE-701 AT-701 AIC-701 XV-801 XY-801 ZSO-801 ZSC-801 HS-901 HV-901 HIC-901 SIC-902 ST-902 VT-903 VE-903X VE-903Y YT-904 ZT-905
    II-906 JI-907 KI-908 WT-909 BSL-910 SDV-1101 BDV-1102 ESDV-1103 MOV-1104 ROV-1105 FCV-1106 LCV-1107 TCV-1108 PRV-1109 NRV-1110`),
  'with area, train or suffix': codes(`
    23-LT-4501 23-PT-1012A 10-FIC-101 100-FIC-101 20-FV-0001A 12-PSV-3001B 1-P-101 10-P-101 21-E-204 31-V-101 11-K-301A 05-T-401
    PT-1012-1 XV-101-02 HV-1012-1 MCC-3-B2 LCP-101-A JB-101-2 P-101-M1 PT-1001.1 P-101-A`),
  'equipment by its letter': codes(`
    P-101 P-101A P-101B P-1011 V-101 V-700 V-1201A T-401 T-4010 R-201 R-2010B G-101 G-501A E-204 E-2041 K-301 K-301B C-1001 C-110
    D-101 A-101 B-101 F-101 H-101 M-101 M-2101A S-101 U-1200 X-101 Z-101 J-205 L-310 N-120 Q-415 W-118 Y-222 I-330 O-440`),
  'equipment by several letters': codes(`
    TK-101 TK-1201A HX-305 AC-110 CT-210 PU-100 VE-200 RX-201 FD-102 ID-103 BL-401 CV-501 SC-601 FL-701 EX-801 DR-901 AG-102 HE-303 EA-404
    CP-505 GT-101 ST-102 TG-103 DG-104 CW-105 CWP-101 BFP-201A CEP-301 FDF-401 IDF-402 PAF-403 XFMR-501 UPS-601 SWGR-701 MCC-801 VFD-901 PLC-101`),
  'without a hyphen or with another sign': codes('P101A TT0007 LT4501 FIC101 XV_101 PT_1012A V101 T401 R201 G101 FT1001 p-101b lt-4501'),
  'KKS (VGB-B 105)': codes(`
    10LAC10AP001 11LAC10AP001 1LAC10AP001 LAC10AP001 10LAC10CP001 10LAB20AA101 20HFE10AN001 10MAA10 10LBA10CT001 30PAC10AP001 40MKA10CE010
    10LAC10AP001-M01 10CJA01 =1MAA10 =10LAC10AP001`),
  'RDS-PP and IEC 81346': codes('=G1.MDA10+UMD10-QA1 =G001.MDK20 =B1.PUC10-KF2 =A1+S2-Q1 =MDA11.MDL10 =W1.JEA10'),
  'devices of power circuits, counted': codes('QF1 QF12 1QF3 QS2 KM1 2KM4 FR7 FU3'),
  'with look-alike letters': codes('Р-506A Т-401 К-301B Е-204 Р-１０１Ａ ＴＴ－１００１'),
};

/** What has the look of a code and is none, with the words that a reader sees around it where they decide. */
export const NO_TAGS: Readonly<Record<string, readonly string[]>> = {
  'threads and holes': [
    'M12',
    'M10',
    'M8x1.25',
    'M12x1.75',
    'G3/4',
    'R1/4',
    'G1/2',
    'Rc3/8',
    'Rp1/2',
    'G2',
    'R2',
    'Tr20x4',
    'NPT1/4',
    'thread R-101',
    '螺纹 G-101',
  ],
  'versions and revisions': [
    'V2.1',
    'V1.0',
    'V3',
    'v2',
    'V10.2.1',
    'T5.0',
    'version V-101',
    'Version: V-200',
    '版本 V-101',
    '版本：V-200',
    'rev. R-201',
    'REV-3',
    'firmware V-310',
  ],
  'places in a document': [
    'Figure A-101',
    'Fig. G-101',
    'Table T-401',
    'chapter R-201',
    'section V-101',
    'page P-101',
    'appendix A-101',
    '见图 A-101',
    '见表 T-401',
    '附录 R-201',
    'PAGE-12',
    'FIG-3',
    'TABLE-7',
  ],
  'scales and papers': ['A4', 'A3', 'scale M-100', '比例 M-100', 'paper size A-301'],
  ratings: ['IP65', 'IP67', 'IK08', 'DN50', 'DN150', 'PN16', 'PN40', 'IP-54', 'DN-100'],
  'fits and classes': ['H7', 'h6', 'H11', 'H8/f7', 'G6', 'k6'],
  standards: [
    'ISO 9001',
    'ISO9001',
    'ISO-14224',
    'EN 10204-3.1',
    'EN-10204',
    'DIN-7168',
    'GB/T 3216-2016',
    'GB-150',
    'API 610',
    'API-682',
    'ASME B16.5',
    'ASTM-105',
    'IEC 61508',
    'IEC61511',
    'NFPA-70',
    'SAE-30',
    'IEEE-519',
    'JIS-4804',
  ],
  'interfaces and tools': ['RS-485', 'RS485', 'RS-232', 'USB3', 'USB-2.0', 'CAT6', 'CAT-5', 'AWG14', 'UTF-8', 'SHA-256'],
  'materials and fluids': [
    '304L',
    '316L',
    '316Ti',
    '904L',
    'Q235',
    'Q345R',
    'S355',
    'S275JR',
    'SUS304',
    'SS316L',
    'HT200',
    'QT450-10',
    'St37',
    'GGG40',
    'C45',
    '1.4404',
    'VG46',
    'VG-68',
    'R134a',
    'R-410A',
    'R404A',
    'R32',
    'H2O',
    'CO2',
    'SF6',
    'Al2O3',
    'H2SO4',
  ],
  'cells and sensors': ['CR2032', 'LR44', 'PT100', 'Pt1000', 'CR123A'],
  quantities: ['5-10', '4-20mA', '500h', '10kW', '3x2.5mm', '10-12', '50Hz', '2x75', '24V', '0.5MPa', '3/4'],
  'dates, times and ordinals': ['2024-03-05', '14:30', '12MAR24', '2nd', '3rd', '05/2024'],
  'words with a hyphen': ['T-slot', 'V-belt', 'O-ring', 'U-bolt', 'X-ray', 'A-frame', 'T-piece', 're-start', 'high-pressure', 'on-off'],
};
