#version 330 core
// The square of a field's grid, as a strip of two triangles.
uniform vec2 low;        // px from the middle of the view, y up: its corners
uniform vec2 high;
uniform vec2 half_view;  // px
out vec2 at;             // 0 to 1 over the grid
void main() {
  at = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  gl_Position = vec4(mix(low, high, at) / half_view, 0.0, 1.0);
}
