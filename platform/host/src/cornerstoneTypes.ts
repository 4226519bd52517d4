/** The part of Cornerstone that is used, as `getCornerstoneLibraries().cornerstone` returns it. */
export interface CornerstoneCore {
  metaData: { get(type: string, imageId: string): unknown };
}

/** How one annotation is drawn; colours as CSS, widths in px. */
export interface AnnotationStyle {
  color: string;
  colorHighlighted: string;
  colorSelected: string;
  colorLocked: string;
  lineWidth: string;
  lineDash: string;
  textBoxColor: string;
  textBoxColorHighlighted: string;
  textBoxColorSelected: string;
  textBoxColorLocked: string;
  textBoxBackground: string;
  textBoxFontSize: string;
}

/** The part of Cornerstone's tools that is used, as `getCornerstoneLibraries().cornerstoneTools` returns it. */
export interface CornerstoneTools {
  annotation: {
    config: {
      style: { setAnnotationStyles(annotationUid: string, style: Partial<AnnotationStyle>): void };
    };
    visibility: { setAnnotationVisibility(annotationUid: string, visible: boolean): void };
    state: { getAllAnnotations(): { annotationUID?: string }[] };
  };
}
