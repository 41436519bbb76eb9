#version 330 core
// A vertex of a storey: metres from the origin, and pixels aside that keep a line as wide as it is.
layout(location = 0) in vec2 at;
layout(location = 1) in vec2 aside;
layout(location = 2) in vec4 fill;
layout(location = 3) in vec4 ink;
layout(location = 4) in float hatch;
uniform vec2 offset;    // px from the middle of the view to the origin, y up
uniform float scale;    // px per metre
uniform vec2 half_view; // px
uniform float density;  // of the screen: 2 on HiDPI
out vec4 v_fill;
out vec4 v_ink;
flat out int v_hatch;
void main() {
  vec2 px = offset + at * scale + aside * density;
  gl_Position = vec4(px / half_view, 0.0, 1.0);
  v_fill = fill;
  v_ink = ink;
  v_hatch = int(hatch + 0.5);
}
