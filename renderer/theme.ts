/** The look of the program: dense but calm, one blue, figures that line up, the same in antd, the grids and the charts. */
import { theme as antdTheme, type ThemeConfig } from 'antd'
import { themeQuartz, colorSchemeLightCold } from 'ag-grid-community'

export const FONT_FAMILY =
  '"Segoe UI", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", system-ui, sans-serif'

export const COLORS = {
  primary: '#1d5fa8',
  negative: '#c62828',
  warning: '#b26a00',
  positive: '#2e7d32',
  text: '#1f2933',
  quiet: '#66727f',
  line: '#dfe4ea',
  ground: '#f3f5f8',
  rail: '#17324d',
} as const

/** From not due (cool) to a year over (dark red): the same bucket has the same color in every chart. */
export const BUCKET_COLORS = ['#5b8fc9', '#f2c14e', '#f0a04b', '#e6793f', '#d4502f', '#b3261e', '#7f1616', '#5c0f0f']

export const theme: ThemeConfig = {
  algorithm: antdTheme.compactAlgorithm,
  token: {
    colorPrimary: COLORS.primary,
    colorLink: COLORS.primary,
    colorError: COLORS.negative,
    colorText: COLORS.text,
    colorBgLayout: COLORS.ground,
    colorBorderSecondary: COLORS.line,
    fontFamily: FONT_FAMILY,
    fontSize: 15,
    borderRadius: 4,
    controlHeight: 32,
    // A box that fades in or away takes the next key of a fast clerk, or gives the cursor back too late.
    motion: false,
  },
  components: {
    Form: { itemMarginBottom: 8 },
    Button: { primaryShadow: 'none', defaultShadow: 'none' },
  },
}

export const gridTheme = themeQuartz.withPart(colorSchemeLightCold).withParams({
  accentColor: COLORS.primary,
  fontFamily: FONT_FAMILY,
  fontSize: 13,
  headerFontSize: 13,
  headerFontWeight: 600,
  rowHeight: 30,
  headerHeight: 32,
  spacing: 5,
  cellHorizontalPadding: 8,
  wrapperBorderRadius: 4,
  borderColor: COLORS.line,
  headerBackgroundColor: '#eef2f6',
  oddRowBackgroundColor: '#fafbfc',
  headerColumnBorder: true,
  columnBorder: { color: '#edf0f3' },
})
