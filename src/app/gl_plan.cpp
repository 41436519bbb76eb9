// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gl_plan.h"

#define GL_GLEXT_PROTOTYPES  // the functions, as libOpenGL exports them
#include <GL/glcorearb.h>
#include <imgui.h>

#include <cmath>
#include <cstddef>

#include "app/gl_shader.h"
#include "embedded/plan_frag.h"
#include "embedded/plan_vert.h"

namespace trefpunt {

namespace {

struct PlanCall {
  GLuint program, array;
  GLint offset, scale, half_view, density, alpha;
  GLsizei count, floors;
  float floor_alpha;
  float offset_x, offset_y, px_per_metre, pixel_density;
  float left, top, right, bottom;
};

}  // namespace

struct GlPlan::State {
  GLuint program = 0, array = 0, buffer = 0;
  GLint offset = -1, scale = -1, half_view = -1, density = -1, alpha = -1;
  GLsizei count = 0, floors = 0;
  Point origin;
  PlanCall call{};  // lives as long as the frame: ImGui draws after the panels are built
};

GlPlan::GlPlan() : state_(std::make_unique<State>()) {
  State& s = *state_;
  s.program = make_program(embedded::plan_vert, embedded::plan_frag);
  s.offset = glGetUniformLocation(s.program, "offset");
  s.scale = glGetUniformLocation(s.program, "scale");
  s.half_view = glGetUniformLocation(s.program, "half_view");
  s.density = glGetUniformLocation(s.program, "density");
  s.alpha = glGetUniformLocation(s.program, "alpha");
  glGenVertexArrays(1, &s.array);
  glGenBuffers(1, &s.buffer);
  glBindVertexArray(s.array);
  glBindBuffer(GL_ARRAY_BUFFER, s.buffer);
  const auto attribute = [](GLuint index, GLint size, GLenum type, GLboolean is_colour,
                            std::size_t at) {
    glEnableVertexAttribArray(index);
    glVertexAttribPointer(index, size, type, is_colour, sizeof(PlanVertex),
                          reinterpret_cast<const void*>(at));
  };
  attribute(0, 2, GL_FLOAT, GL_FALSE, offsetof(PlanVertex, x));
  attribute(1, 2, GL_FLOAT, GL_FALSE, offsetof(PlanVertex, aside_x));
  // 0xRRGGBB in memory is B, G, R, 0.
  attribute(2, GL_BGRA, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(PlanVertex, fill));
  attribute(3, GL_BGRA, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(PlanVertex, ink));
  attribute(4, 1, GL_FLOAT, GL_FALSE, offsetof(PlanVertex, hatch));
  glBindVertexArray(0);
}

GlPlan::~GlPlan() {
  glDeleteBuffers(1, &state_->buffer);
  glDeleteVertexArrays(1, &state_->array);
  glDeleteProgram(state_->program);
}

void GlPlan::send(const PlanMesh& mesh) {
  State& s = *state_;
  s.origin = mesh.origin;
  s.count = static_cast<GLsizei>(mesh.vertices.size());
  s.floors = static_cast<GLsizei>(mesh.floors);
  glBindBuffer(GL_ARRAY_BUFFER, s.buffer);
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(mesh.vertices.size() * sizeof(PlanVertex)),
               mesh.vertices.data(), GL_DYNAMIC_DRAW);
}

namespace {

// Beside ImGui's own drawing: its renderer sets its state again afterwards.
void draw_plan(const ImDrawList*, const ImDrawCmd* command) {
  const PlanCall& call = *static_cast<const PlanCall*>(command->UserCallbackData);
  const float height = ImGui::GetIO().DisplaySize.y;
  const float width = call.right - call.left, tall = call.bottom - call.top;
  if (call.count == 0 || width < 1 || tall < 1) return;
  GLint viewport[4];
  glGetIntegerv(GL_VIEWPORT, viewport);
  const auto px = [](float v) { return static_cast<GLint>(std::lround(v)); };
  glViewport(px(call.left), px(height - call.bottom), px(width), px(tall));
  glScissor(px(call.left), px(height - call.bottom), px(width), px(tall));
  glEnable(GL_SCISSOR_TEST);
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glUseProgram(call.program);
  glUniform2f(call.offset, call.offset_x, call.offset_y);
  glUniform1f(call.scale, call.px_per_metre);
  glUniform2f(call.half_view, width / 2, tall / 2);
  glUniform1f(call.density, call.pixel_density);
  glBindVertexArray(call.array);
  glUniform1f(call.alpha, call.floor_alpha);
  glDrawArrays(GL_TRIANGLES, 0, call.floors);
  glUniform1f(call.alpha, 1);
  glDrawArrays(GL_TRIANGLES, call.floors, call.count - call.floors);
  glBindVertexArray(0);
  glViewport(viewport[0], viewport[1], viewport[2], viewport[3]);
}

}  // namespace

void GlPlan::draw(ImDrawList& list, const Camera& camera, float density, float floors) {
  State& s = *state_;
  s.call = {s.program,
            s.array,
            s.offset,
            s.scale,
            s.half_view,
            s.density,
            s.alpha,
            s.count,
            s.floors,
            floors,
            static_cast<float>((s.origin.x - camera.centre.x) * camera.scale),
            static_cast<float>((s.origin.y - camera.centre.y) * camera.scale),
            static_cast<float>(camera.scale),
            density,
            camera.low.x,
            camera.low.y,
            camera.high.x,
            camera.high.y};
  list.AddCallback(draw_plan, &s.call);
  list.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

}  // namespace trefpunt
