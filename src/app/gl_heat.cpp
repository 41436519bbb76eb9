// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gl_heat.h"

#define GL_GLEXT_PROTOTYPES  // the functions, as libOpenGL exports them
#include <GL/glcorearb.h>
#include <imgui.h>

#include <array>
#include <cmath>

#include "app/gl_shader.h"
#include "embedded/heat_frag.h"
#include "embedded/heat_vert.h"

namespace trefpunt {

namespace {

struct HeatCall {
  GLuint program = 0, array = 0, texture = 0;
  HeatLook look;
  ImVec2 low, high;            // px from the middle of the view, y up
  ImVec2 view_low, view_high;  // px
};

template <std::size_t N>
void set_colours(GLuint program, const char* name, const std::array<Rgb, N>& colours) {
  std::array<GLfloat, 3 * N> parts{};
  for (std::size_t i = 0; i < N; ++i) {
    parts[3 * i] = static_cast<GLfloat>(colours[i] >> 16 & 255) / 255;
    parts[3 * i + 1] = static_cast<GLfloat>(colours[i] >> 8 & 255) / 255;
    parts[3 * i + 2] = static_cast<GLfloat>(colours[i] & 255) / 255;
  }
  glUniform3fv(glGetUniformLocation(program, name), N, parts.data());
}

// Beside ImGui's own drawing: its renderer sets its state again afterwards.
void draw_heat(const ImDrawList*, const ImDrawCmd* command) {
  const HeatCall& call = *static_cast<const HeatCall*>(command->UserCallbackData);
  const float height = ImGui::GetIO().DisplaySize.y;
  const float width = call.view_high.x - call.view_low.x;
  const float tall = call.view_high.y - call.view_low.y;
  if (width < 1 || tall < 1) return;
  GLint viewport[4];
  glGetIntegerv(GL_VIEWPORT, viewport);
  const auto px = [](float v) { return static_cast<GLint>(std::lround(v)); };
  glViewport(px(call.view_low.x), px(height - call.view_high.y), px(width), px(tall));
  glScissor(px(call.view_low.x), px(height - call.view_high.y), px(width), px(tall));
  glEnable(GL_SCISSOR_TEST);
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glUseProgram(call.program);
  const auto place = [&](const char* name) { return glGetUniformLocation(call.program, name); };
  glUniform2f(place("low"), call.low.x, call.low.y);
  glUniform2f(place("high"), call.high.x, call.high.y);
  glUniform2f(place("half_view"), width / 2, tall / 2);
  glUniform1i(place("values"), 0);
  glUniform1i(place("has_classes"), call.look.has_classes);
  glUniform1f(place("grey"), call.look.is_stale ? 2.0f / 3 : 0);
  glUniform1f(place("alpha"), call.look.alpha);
  glUniform1f(place("density"), call.look.density);
  set_colours(call.program, "stops", heat_stops(call.look.scale));
  std::array<Rgb, kHeatClasses> fills{}, inks{};
  std::array<GLint, kHeatClasses> hatches{};
  for (std::size_t i = 0; i < kHeatClasses; ++i) {
    const Paint paint = heat_class(static_cast<int>(i));
    fills[i] = paint.fill;
    inks[i] = paint.ink;
    hatches[i] = static_cast<GLint>(paint.hatch);
  }
  set_colours(call.program, "fills", fills);
  set_colours(call.program, "inks", inks);
  glUniform1iv(place("hatches"), kHeatClasses, hatches.data());
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, call.texture);
  glBindVertexArray(call.array);
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
  glBindVertexArray(0);
  glViewport(viewport[0], viewport[1], viewport[2], viewport[3]);
}

}  // namespace

struct GlHeat::State {
  GLuint program = 0, array = 0, texture = 0;
  Box box;
  HeatCall call;  // lives as long as the frame: ImGui draws after the panels are built
};

GlHeat::GlHeat() = default;

GlHeat::~GlHeat() {
  if (!state_) return;
  glDeleteTextures(1, &state_->texture);
  glDeleteVertexArrays(1, &state_->array);
  glDeleteProgram(state_->program);
}

void GlHeat::send(const HeatTexels& texels) {
  if (!state_) {
    state_ = std::make_unique<State>();
    state_->program = make_program(embedded::heat_vert, embedded::heat_frag);
    glGenVertexArrays(1, &state_->array);
    glGenTextures(1, &state_->texture);
  }
  state_->box = texels.box;
  glBindTexture(GL_TEXTURE_2D, state_->texture);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_R32F, texels.columns, texels.rows, 0, GL_RED, GL_FLOAT,
               texels.places.data());
  // A cell is one value: nothing between neighbours was measured.
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

void GlHeat::draw(ImDrawList& list, const Camera& camera, const HeatLook& look) {
  if (!state_) return;
  State& s = *state_;
  const auto px = [&](Point p) {
    return ImVec2{static_cast<float>((p.x - camera.centre.x) * camera.scale),
                  static_cast<float>((p.y - camera.centre.y) * camera.scale)};
  };
  s.call = {s.program,     s.array,        s.texture,  look,
            px(s.box.low), px(s.box.high), camera.low, camera.high};
  list.AddCallback(draw_heat, &s.call);
  list.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

}  // namespace trefpunt
