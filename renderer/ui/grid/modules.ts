/** Only the parts of AG Grid that the program uses, so that it starts fast. */
import {
  CellStyleModule, ClientSideRowModelModule, ColumnApiModule, EventApiModule, InfiniteRowModelModule, LocaleModule, ModuleRegistry,
  PinnedRowModule, RenderApiModule, RowApiModule, RowSelectionModule, RowStyleModule, ScrollApiModule, CellApiModule, TooltipModule,
} from 'ag-grid-community'

ModuleRegistry.registerModules([
  CellStyleModule, ClientSideRowModelModule, ColumnApiModule, EventApiModule, InfiniteRowModelModule, LocaleModule,
  PinnedRowModule, RenderApiModule, RowApiModule, RowSelectionModule, RowStyleModule, ScrollApiModule, CellApiModule, TooltipModule,
])
